using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Api;

/// <summary>
/// Art. 25: what somebody asks about their data is read by whoever answers for personal data, and by no other technician: neither the message nor its files, nor
/// what was written about it. Where nobody is named for that, technicians are all there is, and read it.
/// </summary>
/// <param name="parts">The engine.</param>
internal sealed class ReservedTexts(EngineParts parts)
{
    /// <summary>Stands in the place of a text.</summary>
    public static readonly Label Instead = new("Réservé à la protection des données.", "Reserved to data protection.");

    private readonly bool _isNamed = parts.Settings.Engine.DataProtectionAddress is not null || !parts.Settings.DataProtectionReaders.IsEmpty;

    /// <summary>Whether who asks may read them: by their session alone. In the demo one person plays everybody.</summary>
    public bool MayRead(HttpContext context) =>
        parts.Settings.Demo || (SignedIn.Of(context.User) is { } reader && parts.Settings.DataProtectionReaders.Contains(reader.Id));

    /// <summary>Whether a request is one. What the reader of texts could not sort is read by whoever sorts it.</summary>
    public bool Holds(Request state) => _isNamed && RightsRules.HasItsMonth(state) && !state.Abstained;

    /// <summary>Whether a message speaks of one, whatever else it asks.</summary>
    public bool Holds(BoardEntry entry) => entry.Requests.Any(document => Holds(document.State));

    /// <summary>Whether the message behind a request speaks of one. One of which nobody knows any more what it asked counts as such.</summary>
    public async Task<bool> HoldsMessageOfAsync(Request state, CancellationToken cancellationToken)
    {
        if (!_isNamed) return false;
        if (Holds(state)) return true;
        if (parts.Board.Find(state.Intake) is { } entry) return Holds(entry);
        // The board holds the newest messages alone.
        if (await parts.Store.FindIntakeAsync(state.Intake, cancellationToken) is not { } row) return true;
        foreach (var id in row.Requests)
            if (await parts.Store.FindRequestAsync(id, cancellationToken) is not { } document || Holds(document.State)) return true;
        return false;
    }

    /// <summary>Whether an effect may quote such words: a notice, or what data protection itself is told.</summary>
    public static bool MayQuote(Effect effect) => effect is Effect.Notify or Effect.AlertDataProtection;

    /// <summary>Whether an effect quotes such words.</summary>
    public async Task<bool> HoldsAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (!MayQuote(row.Effect)) return false;
        foreach (var id in row.Effect.About())
            if (await parts.Store.FindRequestAsync(id, cancellationToken) is { } document && await HoldsMessageOfAsync(document.State, cancellationToken)) return true;
        return false;
    }
}
