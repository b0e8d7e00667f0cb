using System.Collections.Immutable;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>
/// What of a model's proposals takes the place of what the embedded reader left to a technician. What that reader was sure of stays; an emergency
/// that it guessed stays; and a model never ends a message by saying that nothing is asked.
/// </summary>
internal static class SecondOpinion
{
    /// <summary>The least sureness, as a model states its own.</summary>
    public const double LeastConfidence = 0.7;

    /// <summary>Both readings as one.</summary>
    /// <param name="own">The embedded reading, some of it abstained.</param>
    /// <param name="proposals">The model's.</param>
    /// <param name="details">The embedded readers of details.</param>
    /// <exception cref="ModelFaultException">The embedded reading stands.</exception>
    public static ImmutableArray<UnderstoodRequest> Join(ImmutableArray<UnderstoodRequest> own, ImmutableArray<Proposal> proposals, OwnDetails details)
    {
        if (proposals.Any(proposal => proposal.Confidence < LeastConfidence)) throw new ModelFaultException(ModelFault.Unsure);
        var sure = own.RemoveAll(request => request.Abstained);
        var further = proposals.RemoveAll(proposal => !proposal.Operation.IsRequest || sure.Any(request => request.Operation == proposal.Operation));
        if (further.IsEmpty) throw new ModelFaultException(ModelFault.NothingNew);
        if (TakesAnEmergency(own, further)) throw new ModelFaultException(ModelFault.NotItsToDecide);
        var urgent = own.Any(request => request.Urgent);
        var read = ImmutableArray.CreateBuilder<UnderstoodRequest>();
        foreach (var proposal in further)
        {
            var request = details.Read(proposal) ?? throw new ModelFaultException(ModelFault.NotItsToDecide);
            read.Add(request with { Urgent = request.Urgent || urgent });
        }

        if (sure.Concat(read).Select(request => request.Person).OfType<string>().Distinct(StringComparer.Ordinal).Skip(1).Any())
            throw new ModelFaultException(ModelFault.NotItsToDecide);
        return own[0].Abstained ? [.. read, .. sure] : [.. sure, .. read];
    }

    private static bool TakesAnEmergency(ImmutableArray<UnderstoodRequest> own, ImmutableArray<Proposal> further) =>
        own.Any(request => request.Abstained && request.Operation.Emergency && further.All(proposal => proposal.Operation != request.Operation));
}
