using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>RGPD II b: opening somebody else’s mailbox or files may breach the GDPR; technician and customer are warned, and an administrator decides (Reading).</summary>
public sealed class OthersData : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("RGPD II b");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Concerned, Fact.Matters];

    private static readonly ImmutableArray<Operation> Opening =
        [MailboxOperations.Settings, MailboxOperations.Redirect, LicenceOperations.Sharepoint, RestoreOperations.File, RestoreOperations.Mailbox];

    /// <summary>Whether a request would show somebody's mailbox or files to somebody else.</summary>
    public static bool Opens(Case request) => Opening.Contains(request.Operation)
        && (request.Request.Speaks(Matter.OthersData)
            || (!request.AboutSelf && request.Operation.Category is Category.Restore)
            || (!request.AboutSelf && request.Operation == MailboxOperations.Redirect));

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || !Opens(request)) return [];
        return
        [
            new Finding("others-data", Article, LeadsTo: null, new Label(
                "Cette demande donne accès aux messages ou aux fichiers d’une autre personne : votre entreprise doit pouvoir la justifier au regard du RGPD.",
                "This request gives access to another person’s mail or files: your company must be able to justify it under the GDPR.")),
        ];
    }
}
