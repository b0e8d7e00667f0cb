using System.Security.Cryptography;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Customers;

namespace SiOne.Bot.Engine.Tests.Customers;

public sealed class CustomerVersionsTests : IDisposable
{
    private const string Other = """[{"id":"bo","name":"B B","addresses":["b@other.example"],"role":"direction"}]""";
    private readonly CustomerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_customer_may_have_one_file_for_each_amendment()
    {
        var loaded = _folder
            .With("acme@2027-01-01.json", CustomerJson.With(("level", "\"Serenite\""), ("validFrom", "\"2027-01-01\"")))
            .With("acme@2026-03-01.json", CustomerJson.With(("level", "\"Premium\"")))
            .With("acme.json", CustomerJson.With())
            .Load();

        Assert.Empty(loaded.Mistakes);
        Assert.Equal(
            [("acme", null, Level.Standard), ("acme", new DateOnly(2026, 3, 1), Level.Premium), ("acme", new DateOnly(2027, 1, 1), Level.Serenite)],
            loaded.Customers.Select(customer => (customer.Id, customer.ValidFrom, customer.Subscription.Level)));
    }

    [Fact]
    public void A_version_is_the_hash_of_the_bytes()
    {
        var customer = Assert.Single(_folder.With("acme.json", CustomerJson.With()).Load().Customers);
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder.Path, "acme.json"))));
        Assert.Equal(hash[..12], customer.Version);
    }

    [Fact]
    public void A_day_in_the_file_that_is_not_the_names_is_a_mistake() => Assert.Equal(
        ["acme@2026-03-01.json:7 validFrom: expected the day in the file's name; without a day there, no such key (Art. 6)"],
        _folder.With("acme@2026-03-01.json", CustomerJson.With(("validFrom", "\"2026-03-02\""))).Load().Mistakes.Select(mistake => mistake.ToString()));

    [Theory]
    [InlineData("acme.json", "other.json", true)] // both hold for ever
    [InlineData("acme.json", "other@2026-03-01.json", true)] // from March on, both
    [InlineData("acme@2026-03-01.json", "other@2026-04-01.json", true)]
    public void Two_customers_cannot_hold_one_domain_on_one_day(string first, string second, bool mistake)
    {
        var loaded = _folder.With(first, CustomerJson.With()).With(second, CustomerJson.With(("people", Other))).Load();
        Assert.Equal(mistake ? [(second, "domains[0]")] : [], loaded.Mistakes.Select(found => (found.File, found.Key)));
    }

    [Theory]
    [InlineData("2026-03-01", "other@2026-03-01.json", false)] // handed on from one day to the next
    [InlineData("2026-03-01", "other@2026-02-28.json", true)] // one day too early
    [InlineData("2026-03-01", "other@2027-03-01.json", false)]
    [InlineData("2026-03-01", "other.json", true)]
    public void A_domain_may_go_from_one_customer_to_another_by_dated_versions(string until, string second, bool mistake)
    {
        var loaded = _folder
            .With("acme.json", CustomerJson.With())
            .With($"acme@{until}.json", CustomerJson.With(("domains", "[\"new.example\"]")))
            .With(second, CustomerJson.With(("people", Other)))
            .Load();

        Assert.Equal(mistake ? [(second, "domains[0]")] : [], loaded.Mistakes.Select(found => (found.File, found.Key)));
    }

    [Fact]
    public void Two_versions_of_one_day_are_one_file_elsewhere() => Assert.Equal(
        ["acme@2026-03-01.json: expected a file name of its own whatever the case of its letters, but acme@2026-03-01.JSON has the same"],
        _folder.With("acme@2026-03-01.JSON", CustomerJson.With()).With("acme@2026-03-01.json", CustomerJson.With(("level", "\"Premium\"")))
            .Load().Mistakes.Select(mistake => mistake.ToString()));

    [Fact]
    public void A_version_of_another_spelling_is_another_customer_elsewhere() => Assert.Equal(
        ["acme@2026-03-01.json: expected a file name of its own whatever the case of its letters, but ACME.json has the same"],
        _folder.With("ACME.json", CustomerJson.With()).With("acme@2026-03-01.json", CustomerJson.With())
            .Load().Mistakes.Select(mistake => mistake.ToString()));

    [Fact]
    public void An_archived_version_is_found_as_it_was_after_the_file_has_changed()
    {
        using var data = new CustomerFolder();
        var archive = new CustomerArchive(Path.Combine(data.Path, "archive"));
        var before = _folder.With("acme@2026-03-01.json", CustomerJson.With(("validFrom", "\"2026-03-01\""))).Load();
        archive.Keep(before);
        var after = _folder.With("acme@2026-03-01.json", CustomerJson.With(("level", "\"Premium\""))).Load();
        archive.Keep(after);
        archive.Keep(after);
        var directory = new CustomerDirectory(after.Customers, archive);

        var old = directory.FindVersion("acme", before.Customers[0].Version)!;
        Assert.Equal((Level.Standard, before.Customers[0].Version, new DateOnly(2026, 3, 1)), (old.Subscription.Level, old.Version, old.ValidFrom));
        Assert.Equal(before.Customers[0].People[0].Id, old.People[0].Id);
        Assert.Same(after.Customers[0], directory.FindVersion("acme", after.Customers[0].Version));
        Assert.Null(directory.FindVersion("acme", "000000000000"));
        var files = Directory.GetFiles(Path.Combine(data.Path, "archive", "acme"));
        Assert.Equal(2, files.Length);
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in files) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void An_archived_version_that_was_touched_is_no_longer_that_version()
    {
        using var data = new CustomerFolder();
        var archive = new CustomerArchive(data.Path);
        var loaded = _folder.With("acme.json", CustomerJson.With()).Load();
        archive.Keep(loaded);
        var version = loaded.Customers[0].Version;
        Assert.NotNull(archive.Find("acme", version));

        File.AppendAllText(Path.Combine(data.Path, "acme", $"{version}.json"), " ");

        Assert.Null(archive.Find("acme", version));
        archive.Keep(loaded); // never over what lies there
        Assert.Null(archive.Find("acme", version));
    }

    [Theory]
    [InlineData("..", "000000000000")]
    [InlineData("acme", "../../../../x")]
    [InlineData("acme", "ABCDEF012345")]
    [InlineData("", "")]
    public void Nothing_outside_the_archive_is_looked_for(string id, string version) =>
        Assert.Null(new CustomerArchive(_folder.Path).Find(id, version));
}
