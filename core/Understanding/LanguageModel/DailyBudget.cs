using System.Globalization;
using SiOne.Bot.Domain.Commitments;

namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>
/// The requests of one day in Paris, counted in a file before each is sent, so that no restart, and no crash that repeats, begins anew. A process's
/// own: of several machines each has one. A file that cannot be read or written spends nothing.
/// </summary>
/// <param name="path">The file, <c>2026-11-24 17</c>; its folder exists.</param>
/// <param name="requests">Requests a day.</param>
/// <param name="clock">The clock.</param>
public sealed class DailyBudget(string path, int requests, TimeProvider clock)
{
    private readonly Lock _gate = new();

    /// <summary>Takes one request of today's.</summary>
    /// <returns>False when there is none left, or when it could not be written down.</returns>
    public bool TrySpend()
    {
        var today = ParisTime.DateOf(clock.GetUtcNow());
        lock (_gate)
        {
            try
            {
                var spent = Spent(today);
                if (spent >= requests) return false;
                var next = $"{path}.tmp";
                File.WriteAllText(next, string.Create(CultureInfo.InvariantCulture, $"{today:yyyy-MM-dd} {spent + 1}"));
                File.Move(next, path, overwrite: true);
                return true;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    private int Spent(DateOnly today)
    {
        if (!File.Exists(path)) return 0;
        var words = File.ReadAllText(path).Split(' ');
        if (words.Length != 2 || !DateOnly.TryParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var spent)) return int.MaxValue;
        // A clock that was set back must not give the day's requests twice.
        return day < today ? 0 : spent;
    }
}
