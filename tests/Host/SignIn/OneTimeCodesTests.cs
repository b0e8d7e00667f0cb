using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Tests.SignIn;

public sealed class OneTimeCodesTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly List<string> _told = [];
    private readonly OneTimeCodes _codes;

    public OneTimeCodesTests()
    {
        _codes = new OneTimeCodes(_clock);
        _codes.Follow(_told.Add);
    }

    [Fact]
    public void The_right_one_is_taken_once()
    {
        var code = Assert.Single(_told);
        Assert.Matches("^[0-9]{3}-[0-9]{3}$", code);
        Assert.Equal(CodeOutcome.Right, _codes.Take(code));
        Assert.Equal(2, _told.Count);
        if (_told[1] != code) Assert.Equal(CodeOutcome.Wrong, _codes.Take(code));
        Assert.Equal(CodeOutcome.Right, _codes.Take($" {_told[1].Replace('-', ' ')} "));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("١٢٣٤٥٦")]
    public void What_is_no_code_is_wrong(string? typed) => Assert.Equal(CodeOutcome.Wrong, _codes.Take(typed));

    [Fact]
    public void Five_wrong_ones_make_it_void_and_a_pause_follows()
    {
        for (var time = 1; time < 5; time++) Assert.Equal(CodeOutcome.Wrong, _codes.Take(Other(_told[0])));
        Assert.Single(_told);
        Assert.Equal(CodeOutcome.TooMany, _codes.Take(Other(_told[0])));
        Assert.Equal(2, _told.Count);
        Assert.Equal(CodeOutcome.TooMany, _codes.Take(_told[1]));
        _clock.Advance(OneTimeCodes.Pause);
        if (_told[0] != _told[1]) Assert.Equal(CodeOutcome.Wrong, _codes.Take(_told[0]));
        Assert.Equal(CodeOutcome.Right, _codes.Take(_told[1]));
    }

    [Fact]
    public void A_right_one_forgives_the_wrong_ones_before()
    {
        for (var time = 1; time < 5; time++) _codes.Take(Other(_told[0]));
        Assert.Equal(CodeOutcome.Right, _codes.Take(_told[0]));
        Assert.Equal(CodeOutcome.Wrong, _codes.Take(Other(_told[1])));
    }

    [Fact]
    public void After_ten_minutes_it_is_void_and_whoever_asks_finds_a_new_one()
    {
        _clock.Advance(OneTimeCodes.Life - TimeSpan.FromTicks(1));
        _codes.BeAsked();
        Assert.Single(_told);
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(CodeOutcome.Expired, _codes.Take(_told[0]));
        Assert.Equal(2, _told.Count);
        _clock.Advance(OneTimeCodes.Life);
        _codes.BeAsked();
        Assert.Equal(3, _told.Count);
        Assert.Equal(CodeOutcome.Right, _codes.Take(_told[2]));
    }

    [Fact]
    public void Of_many_who_type_the_same_at_once_one_enters()
    {
        var code = _told[0];
        var outcomes = new CodeOutcome[4];
        Parallel.For(0, outcomes.Length, index => outcomes[index] = _codes.Take(code));
        Assert.Single(outcomes, CodeOutcome.Right);
    }

    private static string Other(string code) => code == "000-000" ? "000-001" : "000-000";
}
