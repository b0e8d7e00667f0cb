using System.Security.Cryptography;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Execution;

/// <summary>
/// New passwords and access passes, in memory alone (RELIABILITY E74): shown once, to the technician who asks for it, and gone after that, after a day, or
/// with the process. Never in a chat, mail, card, log or store: what is lost is made anew.
/// </summary>
/// <param name="clock">The clock.</param>
public sealed class SecretShelf(TimeProvider clock)
{
    /// <summary>How long one waits for its reader.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Lower = "abcdefghijkmnopqrstuvwxyz";
    private const string Digits = "23456789";
    private const string Signs = "!#%+-=?@";
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Shelved> _held = new(StringComparer.Ordinal);

    /// <summary>A new password of 16 characters out of four classes, without letters that are read for one another.</summary>
    public static string NewPassword()
    {
        Span<char> made = stackalloc char[16];
        RandomNumberGenerator.GetItems<char>(Upper + Lower + Digits, made);
        (made[0], made[5], made[10], made[15]) = (One(Upper), One(Lower), One(Signs), One(Digits));
        return new string(made);

        static char One(string of) => of[RandomNumberGenerator.GetInt32(of.Length)];
    }

    /// <summary>Keeps a secret of a request for its one reader; the one before it is gone.</summary>
    public void Put(RequestId request, string secret)
    {
        lock (_gate)
        {
            Forget();
            _held[request.Value] = new Shelved(secret, clock.GetUtcNow() + Holds);
        }
    }

    /// <summary>Until when a secret of a request waits for its reader, UTC; null when none does.</summary>
    public DateTimeOffset? HeldUntil(RequestId request)
    {
        lock (_gate)
        {
            Forget();
            return _held.TryGetValue(request.Value, out var held) ? held.Until : null;
        }
    }

    /// <summary>The secret, which is gone from here on; null when there is none.</summary>
    public string? Take(RequestId request)
    {
        lock (_gate)
        {
            Forget();
            return _held.Remove(request.Value, out var held) ? held.Secret : null;
        }
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, _) in _held.Where(entry => entry.Value.Until <= now).ToArray()) _held.Remove(key);
    }

    private sealed record Shelved(string Secret, DateTimeOffset Until);
}
