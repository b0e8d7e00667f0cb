using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.TestGraph;
using SiOne.Bot.TestGraph.State;
using FakeKind = SiOne.Bot.TestGraph.State.GroupKind;

namespace SiOne.Bot.Graph.Tests.Executors;

/// <summary>One act of each kind on a tenant made for it.</summary>
internal static class Acts
{
    public const string Address = "lea.morin@atelier.example";
    public const string Marker = "si-2026-0042/plan/1";

    private static readonly Dictionary<string, Func<GraphTenant, Step>> Makers = new(StringComparer.Ordinal)
    {
        ["create-account"] = _ => new Step.CreateAccount(new AccountRef("hugo.petit@atelier.example", null), "Hugo Petit", "Hugo", "Petit", "FR", Marker),
        ["set-manager"] = tenant => new Step.SetManager(User(tenant), Ref(tenant.AddUser("chef@atelier.example", "Anne Roux"))),
        ["remove-manager"] = tenant =>
        {
            var user = User(tenant);
            tenant.SetManager(tenant.Find("user", Address)!, tenant.AddUser("chef@atelier.example", "Anne Roux"));
            return new Step.SetManager(user, null);
        },
        ["give-licence"] = tenant => new Step.SetLicences(User(tenant), [Sku(tenant.AddSku("O365_BUSINESS_PREMIUM", 1))], []),
        ["exchange-licence"] = tenant =>
        {
            var (old, wanted) = (tenant.AddSku("O365_BUSINESS_ESSENTIALS", 1), tenant.AddSku("O365_BUSINESS_PREMIUM", 1));
            var user = User(tenant);
            tenant.Assign(old, tenant.Find("user", Address)!);
            return new Step.SetLicences(user, [Sku(wanted)], [Sku(old)]);
        },
        ["join-group"] = tenant => new Step.SetMembership(Group(tenant.AddGroup("Compta")), User(tenant), true),
        ["join-team"] = tenant => new Step.SetMembership(Group(tenant.AddGroup("Projet Loire", FakeKind.Team, "loire@atelier.example")), User(tenant), true),
        ["leave-group"] = tenant =>
        {
            var (user, group) = (User(tenant), tenant.AddGroup("Compta"));
            tenant.AddMember(group, tenant.Find("user", Address)!);
            return new Step.SetMembership(Group(group), user, false);
        },
        ["block-sign-in"] = tenant => new Step.SetSignIn(User(tenant), false),
        ["revoke-sessions"] = tenant => new Step.RevokeSessions(User(tenant)),
        ["reset-password"] = tenant => new Step.ResetPassword(User(tenant)),
        ["access-pass"] = tenant => new Step.CreateAccessPass(User(tenant), 60),
        ["absence"] = tenant => new Step.SetAbsenceMessage(Mailbox(tenant), "Bonjour,\nje suis absente <jusqu'au> 2 & demi.\nLéa", null, null),
        ["absence-scheduled"] = tenant => new Step.SetAbsenceMessage(Mailbox(tenant), "Absente.", Customers.Start.AddDays(1), Customers.Start.AddDays(9)),
        ["absence-from"] = tenant => new Step.SetAbsenceMessage(Mailbox(tenant), "Absente.", Customers.Start.AddDays(1), null),
        ["redirect"] = tenant => new Step.SetRedirection(Mailbox(tenant), new AccountRef("chef@atelier.example", null), "SI-2026-0042"),
        ["language"] = tenant => new Step.SetMailboxLanguage(Mailbox(tenant), "fr-FR", "Romance Standard Time"),
        ["restore-version"] = tenant =>
        {
            var owner = tenant.AddUser(Address, "Léa Morin");
            tenant.AddFile(owner, "Documents/Devis.docx", (Customers.Start.AddDays(-3), "bon"), (Customers.Start.AddDays(-1), "abîmé"));
            return new Step.RestoreFileVersion(Version(tenant, owner, "Documents/Devis.docx", 0));
        },
        ["locate"] = tenant => new Step.LocateDevice(Device(tenant)),
        ["lock"] = tenant => new Step.LockDevice(Device(tenant)),
        ["wipe"] = tenant => new Step.WipeDevice(Device(tenant)),
        ["retire"] = tenant => new Step.RetireDevice(Device(tenant)),
        ["delete-account"] = tenant => new Step.DeleteAccount(User(tenant)),
    };

    public static IReadOnlyCollection<string> Names => Makers.Keys;

    public static Step Make(string name, GraphTenant tenant) => Makers[name](tenant);

    public static AccountRef User(GraphTenant tenant, Action<JsonObject>? more = null) => Ref(tenant.AddUser(Address, "Léa Morin", more));

    public static AccountRef Mailbox(GraphTenant tenant)
    {
        var user = tenant.AddUser(Address, "Léa Morin");
        tenant.Assign(tenant.AddSku("EXCHANGESTANDARD", 5), user);
        return Ref(user);
    }

    public static AccountRef Ref(GraphObject user) => new(user.Text("userPrincipalName")!, Guid.Parse(user.Id));

    public static LicenceRef Sku(GraphObject sku) => new(Guid.Parse(sku.Text("skuId")!), sku.Text("skuPartNumber")!);

    public static GroupRef Group(GraphObject group) => new(Guid.Parse(group.Id), group.Text("displayName")!);

    public static DeviceRef Device(GraphTenant tenant)
    {
        var holder = tenant.AddUser(Address, "Léa Morin");
        var device = tenant.AddDevice(holder, "iPhone de Léa", "F2LXK0AB1234");
        return new DeviceRef(device.Id, "iPhone de Léa", "Apple", "F2LXK0AB1234", Guid.Parse(holder.Id));
    }

    public static FileVersionRef Version(GraphTenant tenant, GraphObject owner, string path, int index)
    {
        var file = tenant.FindFile(owner, path);
        var version = file.Parts["versions"][index];
        return new FileVersionRef((string)file.Values["parentReference"]!["driveId"]!, file.Id, version.Id, "/" + path, DateTimeOffset.Parse(version.Text("lastModifiedDateTime")!, System.Globalization.CultureInfo.InvariantCulture));
    }

    public static ImmutableArray<LicenceRef> None => [];
}
