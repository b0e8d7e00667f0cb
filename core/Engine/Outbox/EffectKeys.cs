namespace SiOne.Bot.Engine.Outbox;

/// <summary>What the key of an effect tells: <c>CAUSE|EVENT|ORDINAL|READER</c>, the reader as a pseudonym.</summary>
internal static class EffectKeys
{
    /// <summary>The reader's pseudonym.</summary>
    public static string Reader(string key) => key[(key.LastIndexOf('|') + 1)..];

    /// <summary>Whether two effects go to one reader.</summary>
    public static bool HaveOneReader(string one, string other) => string.Equals(Reader(one), Reader(other), StringComparison.Ordinal);
}
