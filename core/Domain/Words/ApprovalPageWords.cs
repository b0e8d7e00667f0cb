using System.Globalization;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Domain.Words;

/// <summary>What the page behind the link of an approval says: what a yes or a no changes, what was decided, and why a link decides nothing.</summary>
public static class ApprovalPageWords
{
    /// <summary>Gives the yes.</summary>
    public static Label Approve { get; } = new("Donner mon accord", "Approve");

    /// <summary>Opens the form of a no.</summary>
    public static Label Decline { get; } = new("Refuser", "Decline");

    /// <summary>Stands above the field for the reason of a no.</summary>
    public static Label Reason { get; } = new("Le motif, si vous souhaitez l'indiquer à la personne", "The reason, if you wish to tell the person");

    /// <summary>Sends the no.</summary>
    public static Label Confirm { get; } = new("Confirmer le refus", "Confirm the refusal");

    /// <summary>Closes the form of a no.</summary>
    public static Label Back { get; } = new("Revenir", "Back");

    /// <summary>The link's time is over.</summary>
    public static Label Expired { get; } = new(
        "Ce lien n'est plus valable : son délai est passé. Répondez au mail qui le contenait : nous verrons cela avec vous.",
        "This link is no longer valid: its time has passed. Reply to the mail that held it, and we will look into it with you.");

    /// <summary>Whom it was written to may not decide on this any more.</summary>
    public static Label NotYours { get; } = new(
        "Ce lien ne permet plus de décider : cet accord n'est plus à donner par vous. Répondez au mail qui le contenait si vous pensez le contraire.",
        "This link no longer decides: this approval is no longer yours to give. Reply to the mail that held it if you think otherwise.");

    /// <summary>Something else is asked now.</summary>
    public static Label Changed { get; } = new(
        "Cette demande a changé depuis ce mail : rien n'est décidé par ce lien. Si votre accord reste attendu, un nouveau mail vous dit pour quoi.",
        "This request has changed since that mail: this link decides nothing. If your approval is still needed, a new mail tells you for what.");

    private static Label Consequences { get; } = new("Ce que change votre réponse", "What your answer changes");

    /// <summary>The request as its approver reads it before they decide: the words of their mail, and what each answer leads to.</summary>
    public static WordedAnswer SayToDecide(this Standing standing)
    {
        var words = standing.Say();
        return words with
        {
            Requests =
            [
                .. words.Requests.Select(request => request with
                {
                    StepsLabel = Typography.Set(Consequences, standing.Language),
                    Steps = [.. Steps(standing).Select(step => Typography.Set(step, standing.Language))],
                }),
            ],
        };
    }

    /// <summary>What was decided, by whom and when: a line.</summary>
    /// <param name="granted">A yes.</param>
    /// <param name="name">Who decided, as the customer file spells the name; null where it no longer lists them.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="language">The reader's language.</param>
    public static string Decided(bool granted, string? name, DateTimeOffset at, Language language)
    {
        var done = Typography.Set(granted ? new Label("Accord donné", "Approved") : new Label("Refusé", "Declined"), language);
        var by = name is null ? "" : Typography.Set(new Label(" par ", " by "), language) + Typography.OneLine(name);
        return $"{done}{by}, {(language is Language.English ? "on " : "")}{Instants.Say(at, language)}";
    }

    private static IEnumerable<Label> Steps(Standing standing)
    {
        if (standing.SenderUnproven) yield return ApprovalNotices.Unproven;
        yield return Granted(standing.Request, standing.Language);
        yield return new(
            "En cas de refus, nous n'y donnons pas suite : la personne qui a fait la demande en est informée, avec votre motif si vous en donnez un.",
            "If you decline, we take it no further: the person who asked is told, with your reason if you give one.");
        foreach (var stands in ApprovalNotices.Stands(standing.Request)) yield return stands;
    }

    private static Label Granted(AnsweredRequest request, Language language)
    {
        if (!QuestionWords.Of(request, language).IsEmpty)
            return new("Avec votre accord, la demande est traitée dès que nous avons les précisions qui manquent encore.",
                "If you approve, the request is handled as soon as we have the details that are still missing.");
        var hours = request.Hours.ToString(CultureInfo.InvariantCulture) + Typography.NoBreakSpace;
        return request.Promise is Promise.Commitment && request.Paused
            ? new($"Avec votre accord, la demande est traitée, et son délai de {hours}h court de nouveau.",
                $"If you approve, the request is handled, and its {hours}hours run again.")
            : new("Avec votre accord, la demande est traitée.", "If you approve, the request is handled.");
    }
}
