using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Samples;

/// <summary>What technicians can do, with what they choose from.</summary>
internal static class SampleActs
{
    private static readonly ImmutableArray<CardVerb> WhenAccepted =
    [
        CardVerb.Start, CardVerb.Reply, CardVerb.Note, CardVerb.Take, CardVerb.Ask, CardVerb.Correct, CardVerb.Quote, CardVerb.Hold, CardVerb.PlanVisit,
        CardVerb.MoveDue, CardVerb.Complete, CardVerb.Decline, CardVerb.Close,
    ];

    /// <summary>The acts of a request that was accepted, in the order in which they are offered.</summary>
    public static ImmutableArray<CardAct> Accepted(SampleCard sample, Language language) => [.. WhenAccepted.Select(verb => Of(sample, verb, language))];

    /// <summary>One act, with what has to be given for it.</summary>
    public static CardAct Of(SampleCard sample, CardVerb verb, Language language)
    {
        var words = ActWords.Of(verb);
        return new CardAct(sample.Action(verb), Typography.Set(words.Name, language), Typography.Set(words.Hint, language))
        {
            Text = words.Text is { } text ? Typography.Set(text, language) : null,
            At = words.Day is { } day ? Typography.Set(day, language) : null,
            Persons = verb is CardVerb.Approve or CardVerb.RefuseApproval ? Approvers(language) : [],
            Numbers = verb is CardVerb.ProveIdentity ? Numbers(language) : [],
            Operations = verb is CardVerb.Correct ? Operations(language) : [],
            Reasons = verb is CardVerb.MoveDue ? Reasons(language) : [],
        };
    }

    /// <summary>One act on a plan.</summary>
    public static CardAct OfPlan(SampleCard sample, CardVerb verb, Language language, bool exists)
    {
        var words = ActWords.OfPlan(verb, exists);
        return new CardAct(sample.Action(verb), Typography.Set(words.Name, language), Typography.Set(words.Hint, language));
    }

    private static ImmutableArray<CardChoice> Approvers(Language language) =>
    [
        new("direction", "Élise d’Orval, " + new Label("direction", "management").In(language)),
        new("admin", "Claire Aubinet, " + new Label("administrateur", "administrator").In(language)),
    ];

    private static ImmutableArray<CardChoice> Numbers(Language language) =>
    [
        new("0123456789abcdef", "Julien Tessier, " + new Label("demandeur", "requester").In(language) + ", •••• 0103"),
        new("fedcba9876543210", "Élise d’Orval, " + new Label("direction", "management").In(language) + ", •••• 0101"),
    ];

    private static ImmutableArray<CardChoice> Operations(Language language) =>
    [
        .. AllOperations.List.Select(operation => new CardChoice(
            operation.Id, Typography.Capital(Typography.Set(operation.Category.Name(), language)) + " · " + Typography.Set(operation.Name, language))),
    ];

    private static ImmutableArray<CardChoice> Reasons(Language language) =>
        [.. Enum.GetValues<DueReason>().Select(reason => new CardChoice(reason.ToString(), Typography.Capital(Typography.Set(reason.Name(), language))))];
}
