using Microsoft.Extensions.Configuration;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.Host.Demo;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Host.Tests.Settings;

public sealed class SettingsTests
{
    [Fact]
    public void Nothing_configured_is_the_demo_which_answers_at_once()
    {
        var usable = Read().Usable!;
        Assert.True(usable.Demo);
        Assert.False(usable.Engine.ObserveOnly);
        Assert.Equal(DemoSettings.SupportAddress, usable.Engine.SupportAddress.Value);
    }

    [Fact]
    public void A_configured_product_waits_for_releases_until_told_otherwise()
    {
        var usable = Read(Minimal).Usable!;
        Assert.False(usable.Demo);
        Assert.True(usable.Engine.ObserveOnly);
        Assert.False(Read([.. Minimal, ("ObserveOnly", "false")]).Usable!.Engine.ObserveOnly);
    }

    [Fact]
    public void Every_mistake_is_told_at_once_with_its_whole_key()
    {
        var read = Read(
            ("Url", "http://192.0.2.1:80"), ("SupportAddress", "nobody"), ("Readings:CommitmentHours", "0"), ("Readings:Hours", "Nights"), ("Caps:UnknownAnswersPerHour", "x"),
            ("StartFrom", "hier"), ("Colour", "red"), ("Imap:Colour", "red"), ("ObserveOnly", "oui"));
        Assert.Null(read.Usable);
        string[] expected =
        [
            "SiOne:Url", "SiOne:SupportAddress", "SiOne:Readings:CommitmentHours", "SiOne:Readings:Hours", "SiOne:Caps:UnknownAnswersPerHour", "SiOne:StartFrom",
            "SiOne:Colour", "SiOne:Imap:Colour", "SiOne:ObserveOnly", "SiOne:Customers", "SiOne:Smtp",
        ];
        Assert.Empty(expected.Except(read.Mistakes.Select(mistake => mistake.Key), StringComparer.Ordinal));
    }

    [Fact]
    public void Digests_leave_on_Monday_at_eight_unless_told_otherwise()
    {
        Assert.Equal(DigestTimetable.Default, Read(Minimal).Usable!.Engine.Digest);
        Assert.Equal(
            new DigestTimetable(DayOfWeek.Friday, new TimeOnly(17, 30)), Read([.. Minimal, ("Digest:Day", "friday"), ("Digest:At", "17:30")]).Usable!.Engine.Digest);
        Assert.Null(Read([.. Minimal, ("Digest:Off", "true")]).Usable!.Engine.Digest);
        Assert.Equal(new ContractFigures(2.76m, 118.4m), Read([.. Minimal, ("Digest:LegalRatePercent", "2.76"), ("Digest:PriceIndex", "118.4")]).Usable!.Figures);
    }

    [Theory]
    [InlineData("Day", "lundi")]
    [InlineData("Day", "1")]
    [InlineData("At", "8")]
    [InlineData("At", "24:00")]
    [InlineData("LegalRatePercent", "0")]
    [InlineData("LegalRatePercent", "2,76 %")]
    [InlineData("PriceIndex", "-1")]
    [InlineData("PriceIndex", "NaN")]
    public void A_digest_setting_that_cannot_be_used_is_named(string key, string value) =>
        Assert.Equal([$"SiOne:Digest:{key}"], Read([.. Minimal, ($"Digest:{key}", value)]).Mistakes.Select(mistake => mistake.Key));

    [Theory]
    [InlineData("rfc8601", "mx.msp.example", null)]
    [InlineData("RFC8601", null, null)]
    [InlineData("exchange-online", null, null)]
    [InlineData("exchange-online", "", null)]
    [InlineData("exchange-online", "mx.msp.example", "SiOne:TrustedAuthservId")]
    [InlineData("exchange", null, "SiOne:AuthenticationProfile")]
    [InlineData("1", null, "SiOne:AuthenticationProfile")]
    [InlineData("rfc8601", "mx.msp.example; dmarc=pass", "SiOne:TrustedAuthservId")]
    [InlineData("rfc8601", "mx msp", "SiOne:TrustedAuthservId")]
    public void What_proves_a_sender_is_said_without_contradiction(string profile, string? trusted, string? mistake)
    {
        var read = Read([.. Minimal, ("AuthenticationProfile", profile), ("TrustedAuthservId", trusted ?? "")]);
        Assert.Equal(mistake is null ? [] : [mistake], read.Mistakes.Select(told => told.Key));
        if (read.Usable is { } usable)
            Assert.Equal(profile == "exchange-online" ? AuthenticationProfile.ExchangeOnline : AuthenticationProfile.Rfc8601, EngineParts.ReaderOptions(usable).AuthenticationProfile);
    }

    [Theory]
    [InlineData("AnswersPerHour", "0", "1000001", "250")]
    [InlineData("AnswersPerSenderPerHour", "0", "1000001", "7")]
    [InlineData("AnswersPerCustomerPerHour", "0", "1000001", "70")]
    [InlineData("UnknownAnswersPerHour", "-1", "1001", "0")]
    [InlineData("UnknownAlertsPerHour", "0", "1001", "9")]
    public void Caps_have_their_bounds(string key, string low, string high, string good)
    {
        Assert.Equal([$"SiOne:Caps:{key}"], Read([.. Minimal, ($"Caps:{key}", low)]).Mistakes.Select(mistake => mistake.Key));
        Assert.Equal([$"SiOne:Caps:{key}"], Read([.. Minimal, ($"Caps:{key}", high)]).Mistakes.Select(mistake => mistake.Key));
        var engine = Read([.. Minimal, ($"Caps:{key}", good)]).Usable!.Engine;
        Assert.Equal(good, $"{typeof(EngineOptions).GetProperty(key)!.GetValue(engine)}");
    }

    [Theory]
    [InlineData("00:00:02", false)]
    [InlineData("00:00:03", true)]
    [InlineData("00:10:00", true)]
    [InlineData("00:10:01", false)]
    public void A_mailbox_lease_has_its_bounds(string length, bool good)
    {
        var read = Read([.. Minimal, ("MailboxLease", length)]);
        Assert.Equal(good ? [] : ["SiOne:MailboxLease"], read.Mistakes.Select(mistake => mistake.Key));
        if (good) Assert.Equal(length, $"{read.Usable!.Engine.MailboxLease}");
    }

    [Fact]
    public void An_unknown_key_names_those_that_there_are()
    {
        var mistake = Assert.Single(Read([.. Minimal, ("SuportName", "x")]).Mistakes);
        Assert.Equal("SiOne:SuportName", mistake.Key);
        Assert.Contains("SupportName", mistake.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ApiKey")]
    [InlineData("Imap:Port")]
    [InlineData("Smtp:Timeout")]
    [InlineData("StartFrom")]
    [InlineData("TechnicianAddress")]
    [InlineData("DataProtection:Address")]
    public void A_value_is_never_quoted_for_it_may_be_a_secret_in_the_wrong_place(string key)
    {
        var read = Read([.. Minimal, (key, "Camembert%72")]);
        Assert.NotEmpty(read.Mistakes);
        Assert.All(read.Mistakes, mistake => Assert.DoesNotContain("Camembert", mistake.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://bot.example", false)]
    [InlineData("ftp://127.0.0.1", false)]
    public void The_local_page_is_only_for_this_machine(string url, bool usable) => Assert.Equal(usable, Read([.. Minimal, ("Url", url)]).Usable is not null);

    [Theory]
    [InlineData("MailFolder")]
    [InlineData("OutFolder")]
    public void A_way_in_and_a_way_out_are_needed(string missing) => Assert.Single(Read([.. Minimal.Where(pair => pair.Key != missing)]).Mistakes);

    private static readonly (string Key, string Value)[] Minimal =
        [("SupportAddress", "support@msp.example"), ("Customers", "customers"), ("MailFolder", "in"), ("OutFolder", "out")];

    private static SettingsReading Read(params (string Key, string Value)[] settings) => SettingsReader.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create($"SiOne:{pair.Key}", (string?)pair.Value))).Build());
}
