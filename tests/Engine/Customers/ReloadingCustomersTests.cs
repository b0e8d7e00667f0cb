using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.Engine.Customers;

namespace SiOne.Bot.Engine.Tests.Customers;

public sealed class ReloadingCustomersTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private readonly CustomerFolder _data = new();
    private readonly CustomerFolder _folder = new CustomerFolder().With("acme.json", CustomerJson.With());
    private readonly FakeTimeProvider _clock = new(Now);
    private readonly LineLog _log = new();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    [Fact]
    public void A_good_change_takes_the_place_of_everything_at_once()
    {
        var customers = Start();
        var before = customers.Snapshot;
        _folder.With("acme.json", CustomerJson.With(("level", "\"Premium\""))).With("other.json", Other);

        Assert.True(customers.Look()); // it may still be written
        Assert.Equal("Standard", Level(customers));
        Assert.False(customers.Look());

        Assert.Equal("Premium", Level(customers));
        Assert.Equal(["acme", "other"], customers.All(Now).Select(customer => customer.Id));
        Assert.Equal(["acme"], before.All(Now).Select(customer => customer.Id)); // whoever began with it ends with it
        Assert.Equal("Standard", before.Find("acme", Now)!.Subscription.Level.ToString());
        Assert.Equal(["Information: The customer files have changed: 2 customers, 2 versions new or changed, 1 gone or replaced."], _log.Lines);
        Assert.True(customers.Health.Good);
    }

    [Fact]
    public void A_version_edited_in_place_is_still_found()
    {
        var customers = Start();
        var old = customers.Find("acme", Now)!.Version;
        Change("acme.json", CustomerJson.With(("level", "\"Premium\"")), customers);

        Assert.NotEqual(old, customers.Find("acme", Now)!.Version);
        Assert.Equal("Standard", customers.FindVersion("acme", old)!.Subscription.Level.ToString());
    }

    [Fact]
    public void What_is_still_being_written_is_not_judged()
    {
        var customers = Start();
        foreach (var piece in new[] { "{", "{ \"name\":", "{ \"name\": \"Acme\"" })
        {
            _folder.With("acme.json", piece);
            Assert.True(customers.Look());
        }

        _folder.With("acme.json", CustomerJson.With());
        Assert.False(customers.Look());
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void A_bad_change_is_refused_whole_and_told_once()
    {
        var customers = Start();
        _folder.With("acme.json", CustomerJson.With(("level", "\"Premium\"")));
        Change("secret.json", CustomerJson.With(("name", "7"), ("level", "\"Hidden value\""), ("domains", "[]"), ("people", "[]")), customers);
        for (var look = 0; look < 3; look++) Assert.False(customers.Look());

        Assert.Equal("Standard", Level(customers));
        Assert.Equal(3, customers.Health.Mistakes.Length);
        Assert.Equal("customers: 3 mistakes since 2026-11-24T09:00:00Z", customers.Health.ToString());
        Assert.Equal(
            [
                "Warning: The customer files have changed with 3 mistakes; the customers stay as they were.",
                "Warning: Customer file: secret.json:2 name: expected the company's name",
                "Warning: Customer file: secret.json:3 level: expected one of \"Standard\", \"Premium\", \"Serenite\"",
                "Warning: Customer file: secret.json:6 people: expected an array with at least one person whose role is \"administrator\" or \"direction\": who else would approve requests?",
            ],
            _log.Lines);
    }

    [Fact]
    public void A_mended_change_counts_and_refusals_count_from_the_first()
    {
        var customers = Start();
        Change("acme.json", "{", customers);
        _clock.Advance(TimeSpan.FromHours(1));
        Change("acme.json", "[]", customers);
        Assert.Equal(Now, customers.Health.Since);

        Change("acme.json", CustomerJson.With(("level", "\"Premium\"")), customers);

        Assert.Equal("Premium", Level(customers));
        Assert.Equal((true, null), (customers.Health.Good, customers.Health.Since));
    }

    [Fact]
    public void A_bad_change_that_is_taken_back_leaves_nothing_to_complain_of()
    {
        var customers = Start();
        Change("acme.json", "{", customers);
        Assert.False(customers.Health.Good);

        Change("acme.json", CustomerJson.With(), customers);

        Assert.True(customers.Health.Good);
        Assert.Equal("customers: files in force", customers.Health.ToString());
    }

    [Fact]
    public void A_customer_does_not_vanish_while_the_service_runs()
    {
        _folder.With("other.json", Other);
        var customers = Start();
        File.Delete(Path.Combine(_folder.Path, "other.json"));
        customers.Look();
        customers.Look();

        Assert.Equal(["acme", "other"], customers.All(Now).Select(customer => customer.Id));
        Assert.Equal(
            ["other.json: expected this file while the service runs: a customer is taken away with a restart"],
            customers.Health.Mistakes.Select(mistake => mistake.ToString()));
        Assert.Equal(["acme"], Start().All(Now).Select(customer => customer.Id)); // a restart
    }

    [Fact]
    public void A_version_may_be_taken_back()
    {
        _folder.With("acme@2027-01-01.json", CustomerJson.With(("level", "\"Premium\"")));
        var customers = Start();
        File.Delete(Path.Combine(_folder.Path, "acme@2027-01-01.json"));
        customers.Look();
        customers.Look();

        Assert.True(customers.Health.Good);
        Assert.Equal("Standard", customers.Find("acme", Now.AddYears(1))!.Subscription.Level.ToString());
    }

    [Fact]
    public void A_change_that_keeps_length_and_time_is_seen()
    {
        var customers = Start();
        var path = Path.Combine(_folder.Path, "acme.json");
        var (time, text) = (File.GetLastWriteTimeUtc(path), File.ReadAllText(path));
        File.WriteAllText(path, text.Replace("Acme", "Acmé", StringComparison.Ordinal).Replace("ada@acme", "ad@acme", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, time);
        customers.Look();
        customers.Look();

        Assert.Equal("Acmé", customers.Find("acme", Now)!.Name);
    }

    [Fact]
    public void What_cannot_be_archived_does_not_count_until_it_can()
    {
        var customers = Start();
        var archive = Path.Combine(_data.Path, "archive");
        Directory.Delete(archive, recursive: true);
        File.WriteAllText(archive, ""); // A file where the folder was: nothing can be written below it.
        Change("acme.json", CustomerJson.With(("level", "\"Premium\"")), customers);
        customers.Look();

        Assert.Equal("Standard", Level(customers));
        Assert.Equal(["customers-archive: expected a data folder that this account can write into"], customers.Health.Mistakes.Select(m => m.ToString()));
        Assert.Equal(2, _log.Lines.Length);

        File.Delete(archive);
        customers.Look();
        Assert.Equal("Premium", Level(customers));
        Assert.True(customers.Health.Good);
    }

    [Fact]
    public void Customers_with_mistakes_are_no_start() => Assert.Throws<ArgumentException>(() => new ReloadingCustomers(
        _folder.Path, CustomerFolder.LoadOne("{"), new CustomerArchive(_data.Path), _clock, _log));

    [Fact]
    public async Task Files_are_followed_until_the_service_stops()
    {
        var customers = Start();
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => customers.RunAsync(stop.Token));
        _folder.With("acme.json", CustomerJson.With(("level", "\"Premium\"")));

        await TickUntilAsync(() => Level(customers) == "Premium");
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_watched_is_polled()
    {
        var customers = Start();
        var away = $"{_folder.Path}-away";
        Directory.Move(_folder.Path, away);
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => customers.RunAsync(stop.Token));
        await TickUntilAsync(() => !customers.Health.Good);
        Assert.Equal("Standard", Level(customers));

        File.WriteAllText(Path.Combine(away, "acme.json"), CustomerJson.With(("level", "\"Premium\"")));
        Directory.Move(away, _folder.Path);
        await TickUntilAsync(() => Level(customers) == "Premium");
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static string Other => CustomerJson.With(
        ("domains", "[\"other.example\"]"), ("people", """[{"id":"bo","name":"B B","addresses":["b@other.example"],"role":"direction"}]"""));

    private static string Level(ReloadingCustomers customers) => customers.Find("acme", Now)!.Subscription.Level.ToString();

    private ReloadingCustomers Start() =>
        new(_folder.Path, _folder.Load(), new CustomerArchive(Path.Combine(_data.Path, "archive")), _clock, _log);

    private void Change(string file, string json, ReloadingCustomers customers)
    {
        _folder.With(file, json);
        Assert.True(customers.Look());
        Assert.False(customers.Look());
    }

    private async Task TickUntilAsync(Func<bool> reached)
    {
        for (var started = Stopwatch.StartNew(); !reached(); await Task.Yield())
        {
            Assert.True(started.Elapsed < TimeSpan.FromSeconds(30), "It was not reached within 30 s.");
            _clock.Advance(ReloadingCustomers.Settle);
        }
    }

    private sealed class LineLog : ILogger<ReloadingCustomers>
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string[] Lines => [.. _lines];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
    }
}
