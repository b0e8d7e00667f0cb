using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SiOne.Bot.Host.SignIn;

/// <summary>What became of a code that somebody typed.</summary>
internal enum CodeOutcome
{
    /// <summary>It was the one, and is used up.</summary>
    Right,

    /// <summary>It was another.</summary>
    Wrong,

    /// <summary>There was none that still held; a new one has been told.</summary>
    Expired,

    /// <summary>Too many were wrong: a new one has been told, and none is taken for a while.</summary>
    TooMany,
}

/// <summary>
/// The demo's one-time codes: six digits, told on the console and nowhere else, good once and for ten minutes. Five wrong ones make it void, and none
/// is taken for half a minute then: at ten guesses a minute a million codes last.
/// </summary>
/// <param name="clock">The clock.</param>
public sealed class OneTimeCodes(TimeProvider clock)
{
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private const int MostWrong = 5;
    private const int Digits = 6;

    private readonly Lock _lock = new();
    private readonly List<Action<string>> _listeners = [];
    private string _code = "";
    private DateTimeOffset _until;
    private DateTimeOffset _notBefore;
    private int _wrong;

    /// <summary>Tells the code in force, and from then on each new one, as 482-913.</summary>
    /// <param name="tell">Where to.</param>
    public void Follow(Action<string> tell)
    {
        lock (_lock)
        {
            _listeners.Add(tell);
            if (_code.Length == 0 || clock.GetUtcNow() >= _until) Renew();
            else tell(Shown(_code));
        }
    }

    /// <summary>Somebody opens the page that asks: one that has run out is replaced, so that the console shows one that holds.</summary>
    internal void BeAsked()
    {
        lock (_lock)
            if (clock.GetUtcNow() >= _until) Renew();
    }

    /// <summary>Takes what was typed, with or without its hyphen.</summary>
    internal CodeOutcome Take(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (now < _notBefore) return CodeOutcome.TooMany;
            if (now >= _until)
            {
                Renew();
                return CodeOutcome.Expired;
            }

            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digits), Encoding.ASCII.GetBytes(_code)))
            {
                Renew();
                return CodeOutcome.Right;
            }

            if (++_wrong < MostWrong) return CodeOutcome.Wrong;
            _notBefore = now + Pause;
            Renew();
            return CodeOutcome.TooMany;
        }
    }

    private void Renew()
    {
        _code = RandomNumberGenerator.GetInt32(1_000_000).ToString($"D{Digits}", CultureInfo.InvariantCulture);
        _until = clock.GetUtcNow() + Life;
        _wrong = 0;
        foreach (var tell in _listeners) tell(Shown(_code));
    }

    private static string Shown(string code) => $"{code[..(Digits / 2)]}-{code[(Digits / 2)..]}";
}
