using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Operations;

/// <summary>
/// What technicians corrected, offered to the next training (Art. 7, RGPD II a, b): counted, and written as labelled messages for a person to read
/// through. Nothing trains by itself. What is offered is what was kept under an agreement that is still in force; a customer that takes its
/// agreement back is left out at once.
/// </summary>
/// <param name="store">Read only.</param>
/// <param name="vault">Where the redacted words lie.</param>
/// <param name="directory">Who agrees now.</param>
/// <param name="journal">Who took them out and why, before they are.</param>
/// <param name="clock">The clock.</param>
public sealed class CorrectionsExport(IStore store, TextVault vault, ICustomerDirectory directory, OperatorJournal journal, TimeProvider clock)
{
    /// <summary>How the journal calls it.</summary>
    public const string Act = "corrections-export";

    /// <summary>How many corrections are offered of each customer, by operation before and after; sorted by customer, then by operation.</summary>
    public async Task<ImmutableArray<OfferedCorrections>> ListAsync(CancellationToken cancellationToken)
    {
        var offered = await Reader().ReadAsync(cancellationToken);
        return
        [
            .. offered.SelectMany(message => message.Corrections, (message, corrected) => (message.CustomerId, corrected.Before, corrected.After))
                .CountBy(corrected => corrected)
                .Select(group => new OfferedCorrections(group.Key.CustomerId, group.Key.Before, group.Key.After, group.Value))
                .OrderBy(row => row.CustomerId, StringComparer.Ordinal).ThenBy(row => row.After, StringComparer.Ordinal).ThenBy(row => row.Before, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Writes what is offered to a new file that its owner alone may read; the journal's line comes first. The same corrections always give the same
    /// bytes, in an order that says nothing of when and who.
    /// </summary>
    /// <param name="path">A file that does not exist; its folder does.</param>
    /// <param name="who">Who takes them out.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="cancellationToken">Before the journal's line only.</param>
    /// <returns>How many messages; 0: nothing is offered, and neither file nor line was written.</returns>
    /// <exception cref="ArgumentException">Nobody, or no reason, is named.</exception>
    /// <exception cref="IOException">There is such a file already, or the journal or the file could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not write the journal or there.</exception>
    public async Task<int> WriteAsync(string path, string who, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (File.Exists(path)) throw new IOException($"{path} exists already; nothing was written.");
        var offered = await Reader().ReadAsync(cancellationToken);
        if (offered.IsEmpty) return 0;
        var day = ParisTime.DateOf(offered.Max(message => message.ReceivedAt));
        var bytes = Encoding.UTF8.GetBytes(LabelledText.Of(day, offered.Select(message => message.Words)));
        journal.Append(who, Act, string.Create(CultureInfo.InvariantCulture, $"{offered.Length} messages, sha256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}"), reason);
        PrivateFile.WriteOnce(path, bytes);
        return offered.Length;
    }

    private CorrectionsReader Reader() => new(store, vault, directory.Snapshot, clock.GetUtcNow());
}

/// <summary>Corrections that are offered.</summary>
/// <param name="CustomerId">Whose messages.</param>
/// <param name="Before">The operation that the reader had proposed.</param>
/// <param name="After">The operation that technicians gave; the same where the reader had left it to them.</param>
/// <param name="Count">How many.</param>
public sealed record OfferedCorrections(string CustomerId, string Before, string After, int Count);
