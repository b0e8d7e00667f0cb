using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Tests.Digests;

/// <summary>Who gets the digest, and who has ended it.</summary>
public sealed class DigestSubscriptionTests
{
    private static readonly Customer Anjou = WeeklyBench.CompanyOf("anjou");

    [Fact]
    public async Task Administrators_read_it_and_direction_where_there_is_none()
    {
        await using var bench = new WeeklyBench(null, Anjou);
        Assert.Equal(["admin"], await ReadersAsync(bench, Anjou));
        Assert.Equal(["boss"], await ReadersAsync(bench, Anjou with { People = [.. Anjou.People.Where(person => person.Role is not Role.Administrator)] }));
        Assert.Empty(await ReadersAsync(bench, Anjou with { People = [Anjou.People[2]] }));
    }

    [Fact]
    public async Task The_absent_read_it_and_the_file_adds_and_takes_away()
    {
        await using var bench = new WeeklyBench(null, Anjou);
        var today = new DateOnly(2026, 7, 1);
        Assert.Equal(["admin"], await ReadersAsync(bench, With("admin", person => person with { Absence = new Absence(today, today.AddDays(9), "boss") })));
        Assert.Equal(["admin", "staff"], await ReadersAsync(bench, With("staff", person => person with { Digest = true })));
        Assert.Equal(["admin"], await ReadersAsync(bench, With("staff", person => person with { Digest = true, Role = Role.ThirdParty })));
        Assert.Empty(await ReadersAsync(bench, With("admin", person => person with { Digest = false })));
    }

    [Fact]
    public async Task Whoever_speaks_last_is_heard_and_the_files_no_always()
    {
        await using var bench = new WeeklyBench(null, Anjou);
        var admin = Anjou.People[0];
        await bench.Subscriptions.ChooseAsync(Anjou, admin, wanted: false, default);
        Assert.False(await bench.Subscriptions.WantsAsync(Anjou, admin, default));

        var asked = admin with { Digest = true }; // They asked SI-ONE for it, who wrote it into the file.
        Assert.True(await bench.Subscriptions.WantsAsync(Anjou, asked, default));
        await bench.Subscriptions.ChooseAsync(Anjou, asked, wanted: false, default);
        Assert.False(await bench.Subscriptions.WantsAsync(Anjou, asked, default));
        await bench.Subscriptions.ChooseAsync(Anjou, asked, wanted: true, default);
        Assert.True(await bench.Subscriptions.WantsAsync(Anjou, asked, default));
        Assert.True(await bench.Subscriptions.WantsAsync(Anjou, admin, default));
        Assert.False(await bench.Subscriptions.WantsAsync(Anjou, admin with { Digest = false }, default));
    }

    [Fact]
    public async Task One_persons_choice_is_nobody_elses()
    {
        await using var bench = new WeeklyBench(null, Anjou);
        await bench.Subscriptions.ChooseAsync(Anjou, Anjou.People[0], wanted: false, default);
        Assert.True(await bench.Subscriptions.WantsAsync(Anjou, Anjou.People[1], default));
        Assert.True(await bench.Subscriptions.WantsAsync(WeeklyBench.CompanyOf("corse"), Anjou.People[0], default));
    }

    [Fact]
    public void A_link_is_its_persons_alone()
    {
        var token = WeeklyBench.Links.For("anjou", "admin")!.Segments[^1];
        Assert.Equal(("anjou", "admin"), WeeklyBench.Links.Verify(token));
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        var other = WeeklyBench.Links.For("anjou", "boss")!.Segments[^1];
        var stranger = new SubscriptionLinks(new MasterKey(new byte[32]), new Uri("https://demandes.msp.example")).For("anjou", "admin")!.Segments[^1];
        var draft = Bench.Links.For(new RequestId("01ARZ3NDEKTSV4RRFFQ69G5FAV"))!.Split('/')[^1];
        string[] forged =
        [
            "", ".", "..", token[..dot], token[..^1], token + "0", "." + token[(dot + 1)..], token[..^1] + (token[^1] == '0' ? '1' : '0'),
            token.ToUpperInvariant(), other[..other.IndexOf('.', StringComparison.Ordinal)] + token[dot..], $"{token[..dot]}.{new string('0', 32)}",
            token.Replace(".", "..", StringComparison.Ordinal), stranger, draft, new string('a', 5_000), token + "\n", " " + token, "%00" + token,
        ];
        Assert.All(forged, wrong => Assert.Null(WeeklyBench.Links.Verify(wrong)));
        Assert.Null(Bench.Links.Verify(token)); // And it confirms nothing.
        Assert.Null(new SubscriptionLinks(Bench.Master, publicUrl: null).For("anjou", "admin"));
    }

    [Fact]
    public void Whoever_else_reads_a_mail_finds_nothing_to_open()
    {
        var link = WeeklyBench.Links.For("anjou", "admin")!.AbsoluteUri;
        Assert.Equal("<a href=\"https://demandes.msp.example/recapitulatif/…\">", SubscriptionLinks.CutIn($"<a href=\"{link}\">"));
    }

    private static Customer With(string person, Func<Person, Person> change) =>
        Anjou with { People = [.. Anjou.People.Select(one => one.Id == person ? change(one) : one)] };

    private static async Task<string[]> ReadersAsync(WeeklyBench bench, Customer customer) =>
        [.. (await new DigestReaders(bench.Subscriptions, bench.Bench.Chats).OfAsync(customer, default)).Select(place => place.Person.Id)];
}
