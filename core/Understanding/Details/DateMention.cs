using System.Runtime.InteropServices;

namespace SiOne.Bot.Understanding.Details;

/// <summary>A date that a text names.</summary>
/// <param name="Date">The day in Paris.</param>
/// <param name="Token">The first word that names it.</param>
/// <param name="Length">How many words name it.</param>
/// <param name="Kind">How exactly it is named.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateMention(DateOnly Date, int Token, int Length, DateKind Kind);

/// <summary>How a date is named, the most exact last.</summary>
internal enum DateKind
{
    /// <summary>"immédiatement", "dès réception".</summary>
    AtOnce,

    /// <summary>"le lendemain", "à la même date": counted from a day named before.</summary>
    Back,

    /// <summary>"demain", "hier soir".</summary>
    Relative,

    /// <summary>"lundi", "vendredi dernier".</summary>
    Weekday,

    /// <summary>"fin mars".</summary>
    MonthEnd,

    /// <summary>"le 30", "jeudi 19".</summary>
    Day,

    /// <summary>"30 mars", "16/03/2026".</summary>
    Full,
}
