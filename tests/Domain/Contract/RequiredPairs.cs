namespace SiOne.Bot.Domain.Tests.Contract;

/// <summary>What the table owes: every clause finding something at each level, on each channel, asked by each kind of person, but where that cannot be.</summary>
internal static class RequiredPairs
{
    private static readonly string[] Levels = ["Standard", "Premium", "Serenite"];

    private static readonly string[] People = ["employee", "administrator", "delegated", "direction", "third-party", "unlisted"];

    public static IEnumerable<string> Values => [.. Levels, "mail", "application", "phone", .. People, "stranger"];

    private static readonly (string Clause, string[] Values, string Reason)[] Impossible =
    [
        ("KnownSender", [.. Levels, .. People], "who is tied to a customer is known, and a stranger has no level"),
        ("SereniteHelp", ["Standard", "Premium"], "annex XIV is Sérénité's alone"),
        ("Interventions", ["Standard", "Premium"], "annex XIV is Sérénité's alone"),
        ("ThirdParties", [.. People.Where(who => who != "third-party")], "they belong to the company"),
        ("ValidChannel", ["third-party"], "a third party has no plan of its own; its request waits for the administrator"),
        ("WhoMayAsk", ["third-party"], "what a third party asks is a clause of its own"),
        ("WhoMayAsk", ["direction", "delegated"], "nothing is above direction's authority, nor above that of whom it has delegated"),
        ("ProvenIdentity", ["application"], "who is signed in to the application is proven"),
    ];

    /// <summary>Why there can be no such row; null when there has to be one.</summary>
    public static string? CannotBe(string clause, string value) =>
        value is "stranger" && clause != "KnownSender"
            ? "a stranger has no contract that could say anything"
            : Impossible.Where(pair => pair.Clause == clause && pair.Values.Contains(value)).Select(pair => pair.Reason).FirstOrDefault();
}
