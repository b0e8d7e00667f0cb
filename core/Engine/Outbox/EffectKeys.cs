using System.Globalization;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>What the key of an effect tells: <c>CAUSE|EVENT|ORDINAL|READER</c>, the reader as a pseudonym.</summary>
internal static class EffectKeys
{
    /// <summary>All but the last part: of an alarm, what each of its ways has in common.</summary>
    public static string Cause(string key) => key[..key.LastIndexOf('|')];

    /// <summary>The reader's pseudonym.</summary>
    public static string Reader(string key) => key[(key.LastIndexOf('|') + 1)..];

    /// <summary>Whether it is a message's one answer: not its copy in a chat, nor the mail that stands in for a chat.</summary>
    public static bool IsAnswer(string key) => key.Split('|') is [_, _, "0", _];

    /// <summary>The number of the last event behind an effect about a stored request; null for an effect of a message.</summary>
    public static int? Event(string key) => key.Split('|') is [_, var number, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : null;

    /// <summary>Whether two effects go to one reader.</summary>
    public static bool HaveOneReader(string one, string other) => string.Equals(Reader(one), Reader(other), StringComparison.Ordinal);
}
