using System.Collections.Immutable;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Engine.Ports;

/// <summary>Text to requests. An implementation only proposes; entitlement, identity and approval never come from it.</summary>
public interface IUnderstanding
{
    /// <summary>Reads one message. At least one entry; a message without a request gives <c>other.none</c>. The most prominent first.</summary>
    ValueTask<ImmutableArray<UnderstoodRequest>> UnderstandAsync(MessageToUnderstand message, CancellationToken cancellationToken);
}
