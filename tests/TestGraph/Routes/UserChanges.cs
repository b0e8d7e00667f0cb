using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>What of a user may be written, by whom, and with which values (https://learn.microsoft.com/graph/api/user-update).</summary>
internal static partial class UserChanges
{
    /// <summary>The properties that the directory lets an app write.</summary>
    public static readonly string[] Writable =
    [
        "accountEnabled", "ageGroup", "businessPhones", "city", "companyName", "consentProvidedForMinor", "country", "department", "displayName", "employeeHireDate",
        "employeeId", "employeeLeaveDateTime", "employeeOrgData", "employeeType", "faxNumber", "givenName", "identities", "jobTitle", "mail", "mailNickname", "mobilePhone",
        "officeLocation", "onPremisesExtensionAttributes", "onPremisesImmutableId", "otherMails", "passwordPolicies", "passwordProfile", "postalCode", "preferredLanguage",
        "showInAddressList", "state", "streetAddress", "surname", "usageLocation", "userPrincipalName", "userType",
    ];

    // What the customer's own directory does not master, so that the cloud may still write it.
    private static readonly string[] OfTheCloud = ["usageLocation", "ageGroup", "consentProvidedForMinor", "employeeHireDate", "employeeLeaveDateTime"];

    private static readonly string[] Sensitive = ["accountEnabled", "businessPhones", "mobilePhone", "onPremisesImmutableId", "otherMails", "passwordProfile", "userPrincipalName"];

    /// <summary>Refuses what the app may not do to that user.</summary>
    public static void Allow(RouteContext call, JsonObject body, GraphObject user)
    {
        var written = body.Select(property => property.Key).Where(name => !name.Contains('@', StringComparison.Ordinal)).ToList();
        var isWriter = call.Has(Permissions.WriteUsers);
        foreach (var name in written)
        {
            var may = name switch
            {
                "passwordProfile" => call.Has("User-PasswordProfile.ReadWrite.All")
                    || (isWriter && Privilege.AppHolds(call, Roles.UserAdministrator, Roles.HelpdeskAdministrator, Roles.PrivilegedAuthenticationAdministrator, Roles.GlobalAdministrator)),
                "accountEnabled" => isWriter || (call.Has("User.EnableDisableAccount.All") && call.Has(Permissions.ReadUsers)),
                _ => isWriter,
            };
            if (!may) throw GraphRefusalException.Denied();
        }

        if (written.Intersect(Sensitive, StringComparer.Ordinal).Any()) Privilege.Require(call, user);
        if (user.Is("onPremisesSyncEnabled") && written.Except(OfTheCloud, StringComparer.Ordinal).Any()) throw GraphRefusalException.Synchronized();
    }

    /// <summary>Refuses values that the directory does not take.</summary>
    public static void Check(RouteContext call, JsonObject body, GraphObject? user)
    {
        foreach (var (name, value) in body)
        {
            var isGood = name switch
            {
                "displayName" => (string?)value is { Length: > 0 and <= 256 },
                "mailNickname" => (string?)value is { Length: > 0 and <= 64 } nickname && Nickname().IsMatch(nickname),
                "usageLocation" => (string?)value is null || Country().IsMatch((string)value!),
                "userType" => (string?)value is "Member" or "Guest" or null,
                "accountEnabled" => value is not null,
                "mobilePhone" or "givenName" or "surname" => ((string?)value)?.Length is null or <= 64,
                "jobTitle" => ((string?)value)?.Length is null or <= 128,
                _ => true,
            };
            if (!isGood) throw GraphRefusalException.InvalidValue(name, "User");
        }

        if (body.ContainsKey("userPrincipalName")) CheckName(call, (string?)body["userPrincipalName"], user);
        if (body["passwordProfile"]?["password"] is { } password) CheckPassword((string)password!);
    }

    /// <summary>Writes them.</summary>
    public static void Apply(GraphObject user, JsonObject body, DateTimeOffset now)
    {
        foreach (var (name, value) in body)
        {
            if (name.Contains('@', StringComparison.Ordinal)) continue;
            if (name == "passwordProfile") ApplyPassword(user, (JsonObject)value!, now);
            else user.Values[name] = value?.DeepClone();
        }
    }

    /// <summary>What is kept of a password: enough to tell whether it is the one.</summary>
    public static string HashOf(string password) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(password)));

    private static void ApplyPassword(GraphObject user, JsonObject profile, DateTimeOffset now)
    {
        if (profile["password"] is { } password)
        {
            user.Values["_password"] = HashOf((string)password!);
            user.Values["lastPasswordChangeDateTime"] = UserRoutes.Stamp(now);
        }

        // Unless it is said, the next sign-in asks for a new one.
        user.Values["_mustChangePassword"] = profile["forceChangePasswordNextSignIn"]?.GetValue<bool>() ?? true;
    }

    private static void CheckName(RouteContext call, string? name, GraphObject? user)
    {
        if (name?.Split('@') is not [{ Length: > 0 and <= 64 } local, { Length: > 0 } domain] || !LocalPart().IsMatch(local)) throw GraphRefusalException.InvalidValue("userPrincipalName", "User");
        if (call.State.Find("domain", domain)?.Is("isVerified") != true)
            throw GraphRefusalException.Directory("The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.");
        if (call.State.ByName(name) is { } other && other.Id != user?.Id)
            throw GraphRefusalException.Directory("Another object with the same value for property userPrincipalName already exists.");
    }

    // https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy#password-policies-that-only-apply-to-cloud-user-accounts
    private static void CheckPassword(string password)
    {
        bool[] kinds =
        [
            password.Any(char.IsAsciiLetterLower), password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiDigit),
            password.Any(character => char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character)),
        ];
        if (password.Length is < 8 or > 256 || kinds.Count(kind => kind) < 3)
            throw GraphRefusalException.Directory("The specified password does not comply with password complexity requirements. Please provide a different password.");
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Nickname();

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Country();

    [GeneratedRegex(@"^[A-Za-z0-9'._\-!#^~]+$", RegexOptions.NonBacktracking)]
    private static partial Regex LocalPart();
}
