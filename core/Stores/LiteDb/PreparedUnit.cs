using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>A unit as documents, made on the caller's thread so that the writer has only to write.</summary>
/// <param name="Rows">In the order in which they are checked; a later row sees the earlier ones.</param>
internal sealed record PreparedUnit(IReadOnlyList<PreparedRow> Rows)
{
    /// <summary>Checked before the rows.</summary>
    public IReadOnlyList<Fence> Fences { get; init; } = [];

    /// <exception cref="ArgumentException">A key or row that the store cannot hold.</exception>
    public static PreparedUnit Of(StoreUnit unit) => new(
    [
        .. unit.NewIntake.Select(row => Tables.Intake.Prepare(WithMailKey(row), WriteKind.New)),
        .. unit.Intake.Select(row => Tables.Intake.Prepare(WithMailKey(row), WriteKind.Changed)),
        .. unit.Requests.Select(row => Tables.Requests.Prepare(row, WriteKind.NewOrChanged)),
        .. unit.Conversations.Select(row => Tables.Conversations.Prepare(row, WriteKind.NewOrChanged)),
        .. unit.NewOutbox.Select(row => Tables.Outbox.Prepare(row, WriteKind.New)),
        .. unit.Outbox.Select(row => Tables.Outbox.Prepare(row, WriteKind.Changed)),
        .. unit.Texts.Select(row => Tables.Texts.Prepare(row, WriteKind.Over)),
        .. unit.ErasedTexts.Select(row => Tables.Erased.Prepare(row, row.WithoutTrace ? WriteKind.TextAlone : WriteKind.InPlaceOfText)),
        .. unit.Mailboxes.Select(row => Tables.Mailboxes.Prepare(row, WriteKind.NewOrChanged)),
    ])
    { Fences = unit.Fences };

    // Under another key the mail would be stored, and fetched again for ever.
    private static IntakeRow WithMailKey(IntakeRow row) =>
        row.Uid == 0 || row.Key.Value == Tables.MailKey(row.Mailbox, row.UidValidity, row.Uid)
            ? row
            : throw new ArgumentException("The key of a mail with a UID is m.MAILBOX.UIDVALIDITY.UID, numbers padded to ten digits.", nameof(row));
}
