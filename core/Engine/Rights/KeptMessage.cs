using System.Security.Cryptography;
using System.Text.Json;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Rights;

/// <summary>A message as far as anything is kept of it.</summary>
/// <param name="Row">The ledger's row.</param>
/// <param name="Text">Its words; null where they were never read, or were erased.</param>
/// <param name="Raw">Its bytes as they came in; null where they are gone.</param>
/// <param name="Read">What is read in those bytes now; null where nothing is.</param>
internal sealed record KeptMessage(IntakeRow Row, KeptText? Text, byte[]? Raw, InboundMessage? Read)
{
    /// <summary>The account that wrote it in a chat; null elsewhere.</summary>
    public SignedInAccount? Account => Read?.SignedIn ?? (Row.Channel is Channel.Teams && Raw is not null ? AccountIn(Raw) : null);

    /// <summary>The display name beside its address.</summary>
    public string? FromName => Text?.FromName ?? Read?.From?.Name;

    /// <summary>Whether it is theirs.</summary>
    public bool IsOf(DataSubject subject) =>
        subject.Owns(Text?.From) || (Read?.From is { } from && subject.Owns(from.Address)) || (Account is { } account && subject.Owns(account));

    /// <summary>Whether what came in names a person, anywhere.</summary>
    public bool Names(TextCut person) => Raw is not null && (person.IsIn(Raw) || (Read is { } read && Seen(read).Any(person.IsIn)));

    private static IEnumerable<string?> Seen(InboundMessage read) =>
        read.To.Concat(read.Cc).Append(read.From).SelectMany(party => new[] { party?.Name, party?.Address.Value })
            .Concat([read.Subject, read.Text, read.Body]).Concat(read.Attachments.Select(part => part.Name));

    /// <summary>A click is kept raw too, and no message is read in it.</summary>
    private static SignedInAccount? AccountIn(byte[] raw)
    {
        try
        {
            using var kept = JsonDocument.Parse(raw);
            return kept.RootElement.ValueKind is JsonValueKind.Object && Id("tenantId") is { } tenant && Id("accountId") is { } account ? new SignedInAccount(tenant, account) : null;

            Guid? Id(string name) => kept.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.TryGetGuid(out var id) ? id : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Opens messages.</summary>
/// <param name="vault">Their words.</param>
/// <param name="spool">Their bytes.</param>
/// <param name="reader">Reads bytes.</param>
public sealed class KeptMessages(TextVault vault, MessageSpool spool, MessageReader reader)
{
    /// <summary>The words alone; null where there are none, or they do not open.</summary>
    internal async Task<KeptText?> TextOfAsync(IntakeRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await KeptText.ReadAsync(vault, row.Key, cancellationToken);
        }
        catch (Exception damage) when (damage is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>All of it.</summary>
    internal async Task<KeptMessage> OpenAsync(IntakeRow row, CancellationToken cancellationToken)
    {
        var text = await TextOfAsync(row, cancellationToken);
        if (RawOf(row) is not { } raw) return new KeptMessage(row, text, null, null);
        // What was too much for the reader once would be again.
        var read = row.End is LedgerEnd.Quarantined ? null : (reader.Read(row) as MailReading.Message)?.Value;
        return new KeptMessage(row, text, raw, read);
    }

    private byte[]? RawOf(IntakeRow row)
    {
        try
        {
            return spool.Holds(row.Key, row.ReceivedAt) ? spool.Read(row.Key, row.ReceivedAt) : null;
        }
        catch (Exception damage) when (damage is CryptographicException or IOException)
        {
            return null;
        }
    }
}
