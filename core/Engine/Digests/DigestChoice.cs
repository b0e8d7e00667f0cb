using System.Text.Json.Serialization;

namespace SiOne.Bot.Engine.Digests;

/// <summary>What somebody has chosen on the page that their digest leads to.</summary>
/// <param name="Wanted">They want the digest.</param>
/// <param name="At">When they said so, UTC.</param>
/// <param name="FileSaid">What the customer file said of them then: whoever speaks later is heard.</param>
public sealed record DigestChoice(bool Wanted, DateTimeOffset At, bool? FileSaid);

/// <summary>Source-generated JSON of choices.</summary>
[JsonSerializable(typeof(DigestChoice))]
internal sealed partial class DigestChoiceJson : JsonSerializerContext;
