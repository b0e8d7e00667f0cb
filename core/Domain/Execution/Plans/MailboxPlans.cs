using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>An absence message (Art. 11): the person's own words, from the day given.</summary>
internal sealed class AbsencePlan : IPlanner
{
    private const int LongestMessage = 2000;

    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [MailboxOperations.Absence];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => Wanted.Of([Whom.Of(request)]);

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        if (draft.Concerned() is not { } target) return;
        var ends = draft.Field(FieldNames.Change) == Changes.Remove;
        var words = ends ? null : draft.Field(FieldNames.Message);
        if (words is "") draft.Blocked(Obstacle.DetailMissing);
        var from = draft.Request.Request.Date is { } day && !ends
            ? ParisTime.At(day, draft.Request.Request.Hour ?? TimeOnly.MinValue) : null as DateTimeOffset?;
        Set(draft, target, words, from, to: null);
    }

    /// <summary>The step.</summary>
    public static void Set(PlanDraft draft, Target target, string? words, DateTimeOffset? from, DateTimeOffset? to)
    {
        var message = words is null ? null : Lines(words);
        var before = target.Found is { AnswersAbsence: true } ? StepValues.AnswersAbsence : StepValues.None;
        draft.Do(new Step.SetAbsenceMessage(target.Ref, message, from, to), before, message is null ? StepValues.None : StepValues.AnswersAbsence);
    }

    // Lines are kept; what could turn the reading direction or hide words is not.
    private static string Lines(string words)
    {
        var lines = string.Join('\n', words.ReplaceLineEndings("\n").Split('\n').Select(Words.Typography.OneLine)).Trim();
        return lines.Length <= LongestMessage ? lines : lines[..(char.IsHighSurrogate(lines[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage)];
    }
}

/// <summary>What arrives goes on to somebody of the same company (Art. 11). Out of the company no rule leads: that is how mail is stolen.</summary>
internal sealed class RedirectionPlan : IPlanner
{
    private const string RuleName = "SI-ONE : redirection";

    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [MailboxOperations.Redirect];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request)
    {
        var (from, to) = Ends(request);
        return Wanted.Of([from, to]);
    }

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        var (from, to) = Ends(draft.Request);
        if (draft.Account(from) is not { } target) return;
        if (draft.Field(FieldNames.Change) == Changes.Remove) draft.Do(new Step.SetRedirection(target.Ref, To: null, RuleName), after: StepValues.None);
        else if (draft.Account(to, named: true) is { } heir) Set(draft, target, heir);
    }

    /// <summary>The step.</summary>
    public static void Set(PlanDraft draft, Target target, Target to)
    {
        draft.Do(new Step.SetRedirection(target.Ref, to.Ref, RuleName), StepValues.None, to.Ref.UserPrincipalName);
        draft.Mind(Caution.DataOfAnother);
    }

    // "Send Paul's mail on to compta@": the person named, then the address; with two addresses the first goes on to the second.
    private static (Sought? From, Sought? To) Ends(Case request)
    {
        var addresses = Whom.OwnAddresses(request);
        var named = request.Request.Person is not null || request.Request.Fields.ContainsKey(FieldNames.Account) || (addresses.Length == 1 && request.AboutSelf);
        var from = named ? Whom.Of(addresses.Length == 1 && request.Request.Person is null ? WithoutAddresses(request) : request) : addresses.Select(At).FirstOrDefault();
        return (from, addresses.Where(address => !string.Equals(address, from?.Address, StringComparison.OrdinalIgnoreCase)).Select(At).FirstOrDefault());
    }

    private static Case WithoutAddresses(Case request) =>
        request with { Request = request.Request with { Fields = request.Request.Fields.Remove(FieldNames.Addresses) } };

    private static Sought At(string address) => new(address, address);
}

/// <summary>Settings of a mailbox: Graph sets its language; aliases, send-as and access are Exchange's, by hand.</summary>
internal sealed class MailboxSettingsPlan : IPlanner
{
    private const string Paris = "Romance Standard Time";

    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [MailboxOperations.Settings];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => LocaleOf(request) is null ? null : Wanted.Of([Whom.Of(request)]);

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        if (LocaleOf(draft.Request) is { } locale)
        {
            if (draft.Concerned() is { } target) draft.Do(new Step.SetMailboxLanguage(target.Ref, locale, Paris), after: locale);
            return;
        }

        if (draft.Request.Request.Speaks(Matter.OthersData)) draft.Mind(Caution.DataOfAnother);
        if (Whom.Of(draft.Request) is { } who) draft.ByHand(HandTask.FollowProcedure, who.Address ?? who.Key);
        else draft.Blocked(Obstacle.DetailMissing);
    }

    private static string? LocaleOf(Case request) => request.Request.Fields.GetValueOrDefault(FieldNames.Language) switch
    {
        "fr" => "fr-FR",
        "en" => "en-GB",
        _ => null,
    };
}
