using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Tests.Execution;

/// <summary>A tenant of acme.example with one account, and requests about it; a test changes what it is about.</summary>
internal static class PlanScene
{
    public static readonly Guid Tenant = Guid.Parse("11111111-1111-1111-1111-111111111111");

    public static readonly LicenceRef Standard = new(Guid.Parse("22222222-2222-2222-2222-222222222222"), "O365_BUSINESS_PREMIUM");

    public static readonly LicenceRef Premium = new(Guid.Parse("33333333-3333-3333-3333-333333333333"), "SPB");

    public static readonly FoundGroup Team = Group("Chantiers", 4, GroupKind.Microsoft365);

    public static readonly FoundGroup List = Group("compta@acme.example", 5, GroupKind.DistributionList);

    public static FoundGroup Group(string name, byte id, GroupKind kind) => new(name, new GroupRef(Id(id), name), kind);

    public static Guid Id(byte last) => new(0, 0, 0, 0, 0, 0, 0, 0, 0, 9, last);

    /// <summary>A request of direction about "Lea Bonnot", who is listed with lea@acme.example.</summary>
    public static Case Asked(Operation operation, params (string Name, string Value)[] fields) => Plain(operation, fields).About("Lea Bonnot");

    /// <summary>The same, naming nobody.</summary>
    public static Case Plain(Operation operation, params (string Name, string Value)[] fields)
    {
        var plain = A.Case(operation, Level.Premium);
        var lea = new Person { Id = "lea", Name = "Léa Bonnot", Addresses = [MailAddress.Parse("lea.private@orange.fr"), MailAddress.Parse("Lea@acme.example")] };
        return plain with
        {
            Request = plain.Request with { Fields = plain.Request.Fields.AddRange(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) },
            Sender = plain.Sender with { Customer = plain.Customer! with { TenantId = Tenant, People = [A.Person(Role.Direction), lea] } },
        };
    }

    public static Case WithTerms(this Case request, TenantTerms terms) =>
        request with { Sender = request.Sender with { Customer = request.Customer! with { Microsoft365 = terms } } };

    public static FoundAccount Account(string address, byte id, string? soughtAs = null) => new()
    {
        SoughtAs = soughtAs ?? address,
        Account = new AccountRef(address, Id(id)),
        DisplayName = "Somebody",
        SignInAllowed = true,
    };

    /// <summary>lea@acme.example, with a licence, in a team and in a list.</summary>
    public static FoundAccount Lea { get; } = Account("lea@acme.example", 1) with { Licences = [new HeldLicence(Standard, ByGroup: false)], Groups = [Team, List] };

    public static TenantPicture Picture(params FoundAccount[] accounts) => new()
    {
        ReadAt = A.Tuesday,
        VerifiedDomains = ["acme.example", "acme.onmicrosoft.com"],
        Accounts = [.. accounts],
        Licences = [new FoundLicence(Standard, 10, 7), new FoundLicence(Premium, 5, 5)],
        Groups = [Team, List],
    };

    public static Plan Plan(this Case request, TenantPicture picture, ProtectedAccounts? provider = null) => PlanWriter.Of(request, picture, provider)!;

    /// <summary>"set-sign-in lea@acme.example; …": the steps in order.</summary>
    public static string Steps(this Plan plan) => string.Join("; ", plan.Steps.Select(step =>
        step.Does is Step.ByHand hand ? $"{hand.Task} {hand.Target}" : $"{StepFacts.Of(step.Does).Id} {StepTarget.Of(step.Does)}"));

    /// <summary>The same in the same order; immutable arrays by themselves are the same only when they are one.</summary>
    public static void Same<T>(T[] expected, IEnumerable<T> actual) => Assert.Equal<T>(expected, [.. actual]);

    public static T Only<T>(this Plan plan) where T : Step => Assert.IsType<T>(Assert.Single(plan.Steps, step => step.Does is T).Does);

    public static PlannedStep Planned<T>(this Plan plan) where T : Step => Assert.Single(plan.Steps, step => step.Does is T);
}
