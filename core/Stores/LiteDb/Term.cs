using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>A word under which a row is looked up, and which row it leads to when several bear it.</summary>
/// <param name="Text">The kind and the value.</param>
/// <param name="Keeps">Which rows it leads to.</param>
internal readonly record struct Term(string Text, TermKeeps Keeps)
{
    /// <summary>A message's bytes. Only the oldest message is kept: anybody may send the same bytes for ever.</summary>
    public static Term Content(string mailbox, string contentHash) => new($"content|{contentHash}|{mailbox}", TermKeeps.Oldest);

    /// <summary>What people call a request.</summary>
    public static Term Reference(RequestReference reference) => new($"reference|{reference.Value}", TermKeeps.All);

    /// <summary>A Message-ID that came in. Only the newest conversation is kept: some senders use one id for all of their mails.</summary>
    public static Term Inbound(string messageIdHash) => new($"inbound|{messageIdHash}", TermKeeps.GreatestKey);
}

/// <summary>Which rows a term leads to.</summary>
internal enum TermKeeps
{
    /// <summary>Every row.</summary>
    All,

    /// <summary>The message received first.</summary>
    Oldest,

    /// <summary>The row with the greatest key.</summary>
    GreatestKey,
}
