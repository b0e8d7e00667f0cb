namespace SiOne.Bot.Domain.Privacy;

/// <summary>The secrets of one message by number, in memory for the length of one call only.</summary>
internal sealed class SecretNumbers(int first)
{
    public const string Prefix = "[secret masqué #";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Count => _numbers.Count;

    public IEnumerable<string> Values => _numbers.Keys;

    public void Add(string secret) => _numbers.TryAdd(secret, first + _numbers.Count + 1);

    // A merged span may hold several secrets: the first one's number stands for it. No length, hash or letter is kept.
    public string MaskFor(string secret) =>
        $"{Prefix}{(_numbers.TryGetValue(secret, out var number) ? number : _numbers.First(n => secret.Contains(n.Key, StringComparison.Ordinal)).Value)}]";
}

/// <summary>A place in a normalised text.</summary>
internal sealed record SecretSpan(int Start, int Length)
{
    public int End => Start + Length;
}
