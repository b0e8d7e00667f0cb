namespace SiOne.Bot.Domain.Words;

/// <summary>Who reads, as far as the words depend on it.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="IsAdministrator">Administrator or direction of the customer.</param>
/// <param name="FollowUp">The reader wrote again about a known request.</param>
/// <param name="Changed">What they wrote changed something: nothing is called unchanged.</param>
internal sealed record ReaderOf(Language Language, bool IsAdministrator, bool FollowUp = false, bool Changed = false);
