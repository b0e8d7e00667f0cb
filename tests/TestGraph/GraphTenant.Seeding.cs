using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Routes;
using SiOne.Bot.TestGraph.SignIn;
using SiOne.Bot.TestGraph.State;

namespace SiOne.Bot.TestGraph;

public sealed partial class GraphTenant
{
    /// <summary>What a licence holds unless told: mail, files, Teams.</summary>
    private static readonly string[] UsualPlans = ["EXCHANGE_S_STANDARD", "SHAREPOINTSTANDARD", "TEAMS1"];

    /// <summary>Adds a person.</summary>
    /// <param name="userPrincipalName">In one of the tenant's domains; the mail address, too.</param>
    /// <param name="displayName">The name shown.</param>
    /// <param name="more">Further properties, by their names in Graph; <c>_sharedMailbox</c> true makes a shared mailbox.</param>
    /// <param name="isSynchronized">Whether the customer's own directory masters the account.</param>
    /// <param name="id">The object id; a new one unless given.</param>
    public GraphObject AddUser(string userPrincipalName, string displayName, Action<JsonObject>? more = null, bool isSynchronized = false, Guid? id = null)
    {
        lock (_gate)
        {
            if (_state.ByName(userPrincipalName) is not null) throw new ArgumentException($"{userPrincipalName} is there already.", nameof(userPrincipalName));
            if (_state.Find("domain", userPrincipalName.Split('@')[^1]) is null) throw new ArgumentException($"{userPrincipalName} is in no domain of the tenant.", nameof(userPrincipalName));
            var user = new GraphObject("user", (id ?? Guid.NewGuid()).ToString(), new JsonObject
            {
                ["userPrincipalName"] = userPrincipalName,
                ["mail"] = userPrincipalName,
                ["mailNickname"] = userPrincipalName.Split('@')[0],
                ["displayName"] = displayName,
                ["accountEnabled"] = true,
                ["usageLocation"] = "FR",
                ["userType"] = "Member",
                ["createdDateTime"] = UserRoutes.Stamp(_clock.GetUtcNow()),
                ["onPremisesSyncEnabled"] = isSynchronized ? true : null,
            });
            more?.Invoke(user.Values);
            return _state.Add(user).Clone();
        }
    }

    /// <summary>Adds a licence that the tenant subscribes to.</summary>
    /// <param name="partNumber">Its name, such as <c>SPB</c>.</param>
    /// <param name="enabled">How many were bought.</param>
    /// <param name="consumedElsewhere">How many of these people who are not in this fake have.</param>
    /// <param name="plans">The services in it; mail, files and Teams unless given.</param>
    public GraphObject AddSku(string partNumber, int enabled, int consumedElsewhere = 0, params string[] plans)
    {
        lock (_gate)
        {
            var skuId = Guid.NewGuid().ToString();
            var sku = new GraphObject("subscribedSku", $"{Id}_{skuId}", new JsonObject
            {
                ["skuId"] = skuId,
                ["skuPartNumber"] = partNumber,
                ["appliesTo"] = "User",
                ["capabilityStatus"] = "Enabled",
                ["consumedUnits"] = consumedElsewhere,
                ["_elsewhere"] = consumedElsewhere,
                ["prepaidUnits"] = new JsonObject { ["enabled"] = enabled, ["suspended"] = 0, ["warning"] = 0, ["lockedOut"] = 0 },
                ["servicePlans"] = new JsonArray([.. (plans.Length > 0 ? plans : UsualPlans).Select(Plan)]),
            });
            return _state.Add(sku).Clone();
        }
    }

    /// <summary>Adds an announcement of Microsoft's.</summary>
    /// <param name="id">Its number, such as <c>MC123456</c>.</param>
    /// <param name="title">Its title.</param>
    /// <param name="changedAt">When it was last changed.</param>
    /// <param name="services">What it speaks of, by Microsoft's names.</param>
    /// <param name="more">Further properties, by their names in Graph.</param>
    public GraphObject AddAnnouncement(string id, string title, DateTimeOffset changedAt, string[] services, Action<JsonObject>? more = null)
    {
        lock (_gate)
        {
            var announcement = new GraphObject("serviceUpdateMessage", id, new JsonObject
            {
                ["title"] = title,
                ["startDateTime"] = UserRoutes.Stamp(changedAt.AddDays(-1)),
                ["lastModifiedDateTime"] = UserRoutes.Stamp(changedAt),
                ["endDateTime"] = UserRoutes.Stamp(changedAt.AddMonths(3)),
                ["services"] = new JsonArray([.. services]),
                ["category"] = "planForChange",
                ["severity"] = "normal",
                ["tags"] = new JsonArray(),
                ["isMajorChange"] = false,
                ["hasAttachments"] = false,
            });
            more?.Invoke(announcement.Values);
            return _state.Add(announcement).Clone();
        }
    }

    /// <summary>Adds a domain that the customer has not proved to be its own: nobody can be named in it.</summary>
    public void AddUnverifiedDomain(string name)
    {
        lock (_gate) AddDomain(name, isVerified: false, isDefault: false);
    }

    /// <summary>Gives a licence directly.</summary>
    public void Assign(GraphObject sku, GraphObject user)
    {
        lock (_gate) Licensing.Assign(_state, _state.Get("user", user.Id), sku.Text("skuId")!, null, [], _clock.GetUtcNow());
    }

    /// <summary>Adds a group.</summary>
    /// <param name="displayName">Its name.</param>
    /// <param name="kind">Which kind.</param>
    /// <param name="mail">Its address, where it has one.</param>
    /// <param name="licences">What its members get by it.</param>
    /// <param name="more">Further properties, by their names in Graph.</param>
    public GraphObject AddGroup(string displayName, GroupKind kind = GroupKind.Security, string? mail = null, GraphObject[]? licences = null, Action<JsonObject>? more = null)
    {
        lock (_gate)
        {
            var group = new GraphObject("group", Guid.NewGuid().ToString(), Groups.Properties(kind));
            group.Values["displayName"] = displayName;
            group.Values["mail"] = mail;
            group.Values["mailNickname"] = mail?.Split('@')[0] ?? group.Id;
            group.Values["createdDateTime"] = UserRoutes.Stamp(_clock.GetUtcNow());
            group.Values["assignedLicenses"] = new JsonArray([.. (licences ?? []).Select(sku => new JsonObject { ["skuId"] = sku.Text("skuId"), ["disabledPlans"] = new JsonArray() })]);
            more?.Invoke(group.Values);
            return _state.Add(group).Clone();
        }
    }

    /// <summary>Makes somebody a member, and perhaps an owner.</summary>
    public void AddMember(GraphObject group, GraphObject member, bool isOwner = false)
    {
        lock (_gate)
        {
            var held = _state.Get("group", group.Id);
            held.LinksOf("members").Add(member.Id);
            if (isOwner) held.LinksOf("owners").Add(member.Id);
            Licensing.FollowGroup(_state, held, _state.Principal(member.Id)!, isMember: true, _clock.GetUtcNow());
        }
    }

    /// <summary>Makes somebody's manager.</summary>
    public void SetManager(GraphObject user, GraphObject manager)
    {
        lock (_gate) _state.Get("user", user.Id).LinksOf("manager").Add(manager.Id);
    }

    /// <summary>Gives a person or a group an administrative role, by one of the ids in <see cref="Roles"/>.</summary>
    public void AssignRole(GraphObject holder, string roleId) => AssignRole(holder.Id, roleId);

    /// <summary>Gives an app an administrative role; the app must have been granted something here before.</summary>
    public void AssignRole(GraphApp app, string roleId) => AssignRole(PrincipalOf(app) ?? throw new InvalidOperationException("The app has no consent here."), roleId);

    /// <summary>Lets a person take up an administrative role (Privileged Identity Management), without giving it.</summary>
    public void MakeEligible(GraphObject holder, string roleId)
    {
        lock (_gate)
        {
            _state.Add(new GraphObject("unifiedRoleEligibilityScheduleInstance", Guid.NewGuid().ToString("N"), new JsonObject
            {
                ["principalId"] = holder.Id,
                ["roleDefinitionId"] = roleId,
                ["directoryScopeId"] = "/",
                ["memberType"] = "Direct",
                ["startDateTime"] = UserRoutes.Stamp(_clock.GetUtcNow()),
            }));
        }
    }

    /// <summary>Adds a device that Intune manages.</summary>
    /// <param name="user">Whose it is; null for nobody's.</param>
    /// <param name="deviceName">Its name.</param>
    /// <param name="serialNumber">Its serial number.</param>
    /// <param name="more">Further properties, by their names in Graph.</param>
    public GraphObject AddDevice(GraphObject? user, string deviceName, string serialNumber, Action<JsonObject>? more = null)
    {
        lock (_gate)
        {
            var device = new GraphObject("managedDevice", Guid.NewGuid().ToString(), new JsonObject
            {
                ["userId"] = user?.Id,
                ["userPrincipalName"] = user?.Text("userPrincipalName"),
                ["userDisplayName"] = user?.Text("displayName"),
                ["emailAddress"] = user?.Text("mail"),
                ["deviceName"] = deviceName,
                ["serialNumber"] = serialNumber,
                ["operatingSystem"] = "iOS",
                ["manufacturer"] = "Apple",
                ["managedDeviceOwnerType"] = "company",
                ["managementAgent"] = "mdm",
                ["complianceState"] = "compliant",
                ["deviceRegistrationState"] = "registered",
                ["azureADRegistered"] = true,
                ["enrolledDateTime"] = UserRoutes.Stamp(_clock.GetUtcNow()),
                ["lastSyncDateTime"] = UserRoutes.Stamp(_clock.GetUtcNow()),
                ["deviceActionResults"] = new JsonArray(),
            });
            more?.Invoke(device.Values);
            return _state.Add(device).Clone();
        }
    }

    /// <summary>Adds a file to the drive of a person or a group, made with it where there was none.</summary>
    /// <param name="owner">Whose drive.</param>
    /// <param name="path">Below the drive's root, such as <c>Documents/Devis.docx</c>.</param>
    /// <param name="versions">When each version was saved, oldest first, and what it held.</param>
    public GraphObject AddFile(GraphObject owner, string path, params (DateTimeOffset SavedAt, string Content)[] versions)
    {
        lock (_gate)
        {
            if (versions.Length == 0) throw new ArgumentException("A file has at least one version.", nameof(versions));
            var drive = DriveOf(_state.Get(owner.Type, owner.Id));
            var item = new GraphObject("driveItem", $"01{Guid.NewGuid():N}".ToUpperInvariant(), new JsonObject
            {
                ["name"] = path.Split('/')[^1],
                ["_path"] = path,
                ["file"] = new JsonObject { ["mimeType"] = "application/octet-stream" },
                ["createdDateTime"] = UserRoutes.Stamp(versions[0].SavedAt),
                ["parentReference"] = new JsonObject { ["driveId"] = drive.Id, ["driveType"] = "business", ["path"] = $"/drives/{drive.Id}/root:/{string.Join('/', path.Split('/')[..^1])}" },
            });
            foreach (var (at, content) in versions) Files.AddVersion(item, System.Text.Encoding.UTF8.GetByteCount(content), content, at);
            drive.PartsOf("items").Add(item);
            return item.Clone();
        }
    }

    /// <summary>The file as it is now, as a copy: <c>_content</c> is what it holds.</summary>
    public GraphObject FindFile(GraphObject owner, string path)
    {
        lock (_gate) return DriveOf(_state.Get(owner.Type, owner.Id)).PartsOf("items").Single(item => item.Text("_path") == path).Clone();
    }

    private static JsonObject Plan(string name) => new()
    {
        ["servicePlanId"] = Guid.NewGuid().ToString(),
        ["servicePlanName"] = name,
        ["provisioningStatus"] = "Success",
        ["appliesTo"] = "User",
    };

    private GraphObject DriveOf(GraphObject owner)
    {
        if (owner.LinksOf("drive") is [var id]) return _state.Get("drive", id);
        var drive = _state.Add(new GraphObject("drive", $"b!{Guid.NewGuid():N}", new JsonObject
        {
            ["driveType"] = "business",
            ["name"] = "OneDrive",
            ["owner"] = new JsonObject { ["user"] = new JsonObject { ["id"] = owner.Id, ["displayName"] = owner.Text("displayName") } },
        }));
        owner.LinksOf("drive").Add(drive.Id);
        return drive;
    }

    private void AssignRole(string principalId, string roleId)
    {
        lock (_gate)
        {
            _state.Get("directoryRole", RoleObjectId(roleId)).LinksOf("members").Add(principalId);
            _state.Add(new GraphObject("unifiedRoleAssignment", Guid.NewGuid().ToString("N"), new JsonObject
            {
                ["principalId"] = principalId,
                ["roleDefinitionId"] = roleId,
                ["directoryScopeId"] = "/",
            }));
        }
    }

    private string RoleObjectId(string roleId) => _state.All("directoryRole").Single(role => role.Text("roleTemplateId") == roleId).Id;

    private void AddOrganization(string displayName, IReadOnlyList<string> domains)
    {
        _state.Add(new GraphObject("organization", Id, new JsonObject
        {
            ["displayName"] = displayName,
            ["countryLetterCode"] = "FR",
            ["preferredLanguage"] = "fr",
            ["tenantType"] = "AAD",
            ["createdDateTime"] = UserRoutes.Stamp(_clock.GetUtcNow()),
            ["verifiedDomains"] = new JsonArray([.. domains.Select((name, at) => new JsonObject { ["name"] = name, ["isDefault"] = at == 0, ["isInitial"] = false, ["type"] = "Managed" })]),
        }));
        foreach (var name in domains) AddDomain(name, isVerified: true, isDefault: name == domains[0]);
        foreach (var (id, name) in Roles.All)
        {
            _state.Add(new GraphObject("directoryRole", Guid.NewGuid().ToString(), new JsonObject { ["roleTemplateId"] = id, ["displayName"] = name }));
            _state.Add(new GraphObject("unifiedRoleDefinition", id, new JsonObject { ["displayName"] = name, ["templateId"] = id, ["isBuiltIn"] = true, ["isEnabled"] = true }));
        }
    }

    private void AddDomain(string name, bool isVerified, bool isDefault) => _state.Add(new GraphObject("domain", name, new JsonObject
    {
        ["authenticationType"] = "Managed",
        ["isDefault"] = isDefault,
        ["isInitial"] = false,
        ["isRoot"] = true,
        ["isAdminManaged"] = true,
        ["isVerified"] = isVerified,
        ["supportedServices"] = new JsonArray("Email"),
    }));
}
