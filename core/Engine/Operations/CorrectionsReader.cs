using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Operations;

/// <summary>Finds the messages whose corrections may be learned from at an instant, each with all of its requests.</summary>
/// <param name="store">Read only.</param>
/// <param name="vault">Where the redacted words lie.</param>
/// <param name="directory">Who agrees.</param>
/// <param name="at">The instant, UTC.</param>
internal sealed class CorrectionsReader(IStore store, TextVault vault, ICustomerDirectory directory, DateTimeOffset at)
{
    // A mark of the format has one digit.
    private const int MostRequests = 9;

    /// <summary>The messages, by key.</summary>
    public async Task<ImmutableArray<OfferedMessage>> ReadAsync(CancellationToken cancellationToken)
    {
        var corrected = new SortedDictionary<string, List<(RequestDocument Request, CorrectedText Text)>>(StringComparer.Ordinal);
        await foreach (var request in store.AllRequestsAsync(cancellationToken))
        {
            if (await TextOfAsync(request, cancellationToken) is not { } text) continue;
            if (!corrected.TryGetValue(request.State.Intake.Value, out var ofMessage)) corrected[request.State.Intake.Value] = ofMessage = [];
            ofMessage.Add((request, text));
        }

        var offered = ImmutableArray.CreateBuilder<OfferedMessage>();
        foreach (var ofMessage in corrected.Values)
        {
            var (first, text) = ofMessage[0];
            if (await LabelsAsync(first.State.Intake, cancellationToken) is { } labels)
                offered.Add(new OfferedMessage(
                    first.State.CustomerId, first.State.ReceivedAt, new LabelledWords(first.State.Channel, text.Subject, text.Text, labels), [.. ofMessage.Select(each => each.Text)]));
        }

        return offered.ToImmutable();
    }

    /// <summary>What may be learned of a request; the last correction counts, and where nothing was kept of it an earlier one says what is wrong.</summary>
    private async Task<CorrectedText?> TextOfAsync(RequestDocument request, CancellationToken cancellationToken)
    {
        if (Corrections.LastOf(request) is not { } operation) return null;
        if (directory.Find(request.State.CustomerId, at)?.AgreesToTraining(ParisTime.DateOf(at)) is not true) return null;
        return await CorrectedText.ReadAsync(vault, request.Id, cancellationToken) is { } text && string.Equals(text.After, operation, StringComparison.Ordinal) ? text : null;
    }

    /// <summary>Every request of a message; null where one of them is not sure.</summary>
    private async Task<ImmutableArray<RequestLabel>?> LabelsAsync(IntakeKey intake, CancellationToken cancellationToken)
    {
        if (await store.FindIntakeAsync(intake, cancellationToken) is not { End: LedgerEnd.Requests } row) return null;
        var labels = ImmutableArray.CreateBuilder<RequestLabel>();
        foreach (var id in row.Requests)
        {
            if (await store.FindRequestAsync(id, cancellationToken) is not { } request || request.State.Abstained || Corrections.IsAmended(request)) return null;
            labels.Add(new RequestLabel(AllOperations.Get(Corrections.LastOf(request) ?? request.State.OperationId), request.State.Urgent));
        }

        if (labels.Count > MostRequests) return null;
        // A message that asks for one thing does not ask for nothing.
        return labels.Any(label => label.IsRequest) ? [.. labels.Where(label => label.IsRequest)] : [labels[0]];
    }
}

/// <summary>A message that is offered.</summary>
/// <param name="CustomerId">Whose.</param>
/// <param name="ReceivedAt">When it was received, UTC.</param>
/// <param name="Words">What goes into the file.</param>
/// <param name="Corrections">Its corrections.</param>
internal sealed record OfferedMessage(string CustomerId, DateTimeOffset ReceivedAt, LabelledWords Words, ImmutableArray<CorrectedText> Corrections);
