using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

public sealed class DeterministicIdsTests
{
    private static readonly IntakeKey Key = new("m.support.0000000001.0000000042");
    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 10, 0, 123, TimeSpan.Zero);

    [Fact]
    public void A_repeated_stop_gives_the_same_identifiers()
    {
        Assert.Equal(DeterministicIds.Request(Key, At, 0), DeterministicIds.Request(new IntakeKey(Key.Value), At, 0));
        Assert.Equal(DeterministicIds.Conversation(Key, At), DeterministicIds.Conversation(new IntakeKey(Key.Value), At));
        Assert.Equal(DeterministicIds.Reference(Key, 0), DeterministicIds.Reference(new IntakeKey(Key.Value), 0));
    }

    [Fact]
    public void Identifiers_of_a_release_stay_those_of_the_next()
    {
        // Literals on purpose: stored requests hold them, so a changed recipe would make every repeated stop a second request.
        Assert.Equal("01M86D3DNV56589RKPHD1C1ZZX", DeterministicIds.Request(Key, At, 0).Value);
        Assert.Equal("01M86D3DNVE7VTSVDPAAJWGXRE", DeterministicIds.Conversation(Key, At).Value);
        Assert.Equal("SI-6RXJ-FG7D", DeterministicIds.Reference(Key, 0).Value);
    }

    [Fact]
    public void Nothing_is_called_twice()
    {
        var keys = Enumerable.Range(0, 2000).Select(uid => new IntakeKey($"m.support.1.{uid}")).ToArray();
        string[] ids =
        [
            .. keys.SelectMany(key => new[] { 0, 1, 2 }.Select(ordinal => DeterministicIds.Request(key, At, ordinal).Value)),
            .. keys.Select(key => DeterministicIds.Conversation(key, At).Value),
        ];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        var references = keys.SelectMany(key => new[] { 0, 1, 2 }.Select(ordinal => DeterministicIds.Reference(key, ordinal))).ToArray();
        Assert.Equal(references.Length, references.Distinct().Count());
    }

    [Fact]
    public void Identifiers_grow_with_time()
    {
        string[] ids =
        [
            .. new[] { 0, 1, 2, 1000, 86_400_000, int.MaxValue }.Select(ms => DeterministicIds.Request(Key, At.AddMilliseconds(ms), 0).Value),
            DeterministicIds.Request(Key, new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero), 0).Value,
        ];
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Identifiers_are_26_letters_and_tell_their_millisecond()
    {
        var id = DeterministicIds.Request(Key, At, 0).Value;
        Assert.Equal(26, id.Length);
        Assert.All(id, letter => Assert.Contains(letter, RequestReference.Alphabet));
        var milliseconds = id[..10].Aggregate(0L, (sum, letter) => (sum * 32) + RequestReference.Alphabet.IndexOf(letter, StringComparison.Ordinal));
        Assert.Equal(At.ToUnixTimeMilliseconds(), milliseconds);
    }

    [Fact]
    public void An_instant_before_1970_makes_an_identifier_all_the_same() =>
        Assert.StartsWith("0000000000", DeterministicIds.Request(Key, new DateTimeOffset(1960, 1, 1, 0, 0, 0, TimeSpan.Zero), 0).Value, StringComparison.Ordinal);
}
