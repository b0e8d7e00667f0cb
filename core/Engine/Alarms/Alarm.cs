namespace SiOne.Bot.Engine.Alarms;

/// <summary>What the technicians are told of when it has lasted: mail must not stop coming in or going out without a word.</summary>
/// <param name="Cause">A short machine reason, with words in <see cref="Domain.Words.AlertWords"/>.</param>
/// <param name="About">Which mailbox, under the operator's name for it; null where there is one alone.</param>
/// <param name="Wrong">It is so at this instant.</param>
/// <param name="Patience">How long it may last before somebody is told.</param>
public sealed record Alarm(string Cause, string? About, bool Wrong, TimeSpan Patience)
{
    /// <summary>A mailbox is not being read: no connection, no sign-in, no watcher.</summary>
    public const string MailboxLost = "mailbox-lost";

    /// <summary>No mail for longer than usual.</summary>
    public const string NoMail = "no-mail";

    /// <summary>What is to be sent does not leave.</summary>
    public const string OutboxStuck = "outbox-stuck";

    /// <summary>An approver, or a customer, has reached a cap of the hour: perhaps somebody acts in an approver's name (RELIABILITY E69).</summary>
    public const string CapReached = "cap-reached";

    /// <summary>The store's barriers are slow, or its log has grown.</summary>
    public const string StoreSlow = "store-slow";

    /// <summary>What a cause is called when it is over.</summary>
    public static string Over(string cause) => $"{cause}-over";

    /// <summary>How it is named for operators.</summary>
    public string Name => About is null ? Cause : $"{Cause} {About}";
}
