using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 14: at a departure a mailbox is closed or turned into a shared one; asked if not said, and nothing is deleted without an answer.</summary>
public sealed class MailboxFate : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("14");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Services, Fact.Matters, Fact.Together];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || (request.Operation != LicenceOperations.Departure && request.Operation != MailboxOperations.Close)) return [];
        // Only Exchange has shared mailboxes: with classic mail there is no choice to ask for.
        if (!request.Customer.Subscription.Services.Contains(Service.Microsoft365)) return [];
        if (request.Request.Speaks(Matter.KeepAsShared) || request.Request.Speaks(Matter.DeleteForGood)) return [];
        if (request.Together.Any(other => other.Operation == MailboxOperations.ConvertShared)) return [];
        if (request.Operation == MailboxOperations.Close)
            return
            [
                new Finding("mailbox-kept", Article, LeadsTo: null, new Label(
                    "La boîte est fermée, mais rien de ce qu’elle contient n’est supprimé sans votre demande expresse.",
                    "The mailbox is closed, but nothing in it is deleted unless you expressly ask for it.")),
            ];
        return
        [
            new Finding("mailbox-fate", Article, LeadsTo: null, new Label(
                "Dites-nous si la boîte doit être fermée ou conservée en boîte partagée : sans réponse de votre part, rien n’est supprimé.",
                "Tell us whether the mailbox is to be closed or kept as a shared one: without your answer nothing is deleted.")),
        ];
    }
}
