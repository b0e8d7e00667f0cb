using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Ports;
using SignedInAccount = SiOne.Bot.Domain.Intake.SignedInAccount;

namespace SiOne.Bot.Engine.Customers;

/// <summary>
/// The customers of a folder that may change while the service runs. A change without a mistake takes the place of all that was before, at
/// once; one with a mistake is refused whole, and the customers stay as they were. A customer's only file may not vanish meanwhile: its
/// people would become strangers because of a slip; taking it away takes a restart.
/// </summary>
public sealed partial class ReloadingCustomers : ICustomerDirectory
{
    /// <summary>How often the files are read even when nothing is announced: network shares announce nothing.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(30);

    /// <summary>How long files must stay as they are before they count: editors write in several steps, and people in several files.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly CustomerArchive _archive;
    private readonly TimeProvider _clock;
    private readonly ILogger<ReloadingCustomers> _logger;
    private volatile State _state;
    private string _judged;
    private string _seen = "";

    /// <summary>The customers as they were loaded at the start; every version is archived before anything is decided by it.</summary>
    /// <param name="path">The file or folder that they were loaded from.</param>
    /// <param name="loaded">Without mistakes.</param>
    /// <param name="archive">Keeps every version.</param>
    /// <param name="clock">For waits and the time of refusals.</param>
    /// <param name="logger">Given places in files, never what they hold.</param>
    /// <exception cref="ArgumentException">There are mistakes.</exception>
    /// <exception cref="IOException">The archive takes no file.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not write into the archive.</exception>
    public ReloadingCustomers(
        string path, LoadedCustomers loaded, CustomerArchive archive, TimeProvider clock, ILogger<ReloadingCustomers> logger)
    {
        if (!loaded.Succeeded) throw new ArgumentException("There are mistakes.", nameof(loaded));
        (_path, _archive, _clock, _logger) = (path, archive, clock, logger);
        archive.Keep(loaded);
        _judged = loaded.Fingerprint;
        _state = new State(new CustomerDirectory(loaded.Customers, archive), loaded, new CustomersHealth([], null));
    }

    /// <summary>Whether the files as they are now are the ones in force.</summary>
    public CustomersHealth Health => _state.Health;

    /// <inheritdoc/>
    public ICustomerDirectory Snapshot => _state.Directory;

    /// <inheritdoc/>
    public ImmutableArray<Customer> All(DateTimeOffset at) => _state.Directory.All(at);

    /// <inheritdoc/>
    public Customer? Find(string customerId, DateTimeOffset at) => _state.Directory.Find(customerId, at);

    /// <inheritdoc/>
    public Customer? FindVersion(string customerId, string version) => _state.Directory.FindVersion(customerId, version);

    /// <inheritdoc/>
    public Sender Identify(MailAddress address, bool proven, DateTimeOffset at) => _state.Directory.Identify(address, proven, at);

    /// <inheritdoc/>
    public Sender Identify(SignedInAccount account, MailAddress? address, DateTimeOffset at) => _state.Directory.Identify(account, address, at);

    /// <summary>Follows the files until stopped.</summary>
    /// <param name="stop">Ends it.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var announced = CustomerFileEvents.Of(_path, () => changes.Writer.TryWrite(true));
        while (!stop.IsCancellationRequested)
        {
            var unsettled = Look();
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(stop);
            // While files settle, their writer's announcements are no news: only the next look counts.
            var pause = Task.Delay(unsettled ? Settle : PollInterval, _clock, wait.Token);
            await (unsettled ? pause : Task.WhenAny(pause, changes.Reader.WaitToReadAsync(wait.Token).AsTask()))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            changes.Reader.TryRead(out _);
            await wait.CancelAsync();
        }
    }

    /// <summary>Looks at the files once. What two looks in a row find alike is judged; each state of the files is judged, and logged, once.</summary>
    /// <returns>Whether there is something new that has yet to settle.</returns>
    public bool Look()
    {
        var files = RawCustomerFiles.Of(_path);
        var settled = files.Fingerprint == _seen;
        _seen = files.Fingerprint;
        if (files.Fingerprint == _judged) return false;
        if (!settled) return true;
        Judge(files);
        return false;
    }

    private void Judge(RawCustomerFiles files)
    {
        var before = _state;
        var loaded = files.Judge();
        var gone = loaded.Succeeded ? Vanished(before.Loaded, loaded) : [];
        if (!loaded.Succeeded || gone.Length > 0)
        {
            _judged = files.Fingerprint;
            Refuse(before, [.. loaded.Mistakes, .. gone]);
        }
        else if (Archived(before, loaded))
        {
            _judged = files.Fingerprint;
            _state = new State(new CustomerDirectory(loaded.Customers, _archive), loaded, new CustomersHealth([], null));
            var (old, now) = (Keys(before.Loaded), Keys(loaded));
            Log.Reloaded(_logger, now.Select(key => key.Id).Distinct(StringComparer.Ordinal).Count(), now.Except(old).Count(), old.Except(now).Count());
        }
    }

    /// <summary>Nothing is decided by a version that cannot be found again; the next look tries once more.</summary>
    private bool Archived(State before, LoadedCustomers loaded)
    {
        try
        {
            _archive.Keep(loaded);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _judged = "";
            var mistake = new CustomerMistake("customers-archive", "", "a data folder that this account can write into");
            if (!before.Health.Mistakes.Contains(mistake)) Refuse(before, [mistake]);
            return false;
        }
    }

    private void Refuse(State before, ImmutableArray<CustomerMistake> mistakes)
    {
        var health = new CustomersHealth(mistakes, before.Health.Since ?? _clock.GetUtcNow());
        _state = before with { Health = health };
        Log.Refused(_logger, mistakes.Length);
        foreach (var mistake in mistakes) Log.Mistake(_logger, mistake.ToString());
    }

    private static ImmutableArray<CustomerMistake> Vanished(LoadedCustomers before, LoadedCustomers now) =>
    [
        .. before.Customers.Select(customer => customer.Id).Except(now.Customers.Select(customer => customer.Id), StringComparer.Ordinal)
            .Select(id => new CustomerMistake($"{id}.json", "", "this file while the service runs: a customer is taken away with a restart")),
    ];

    private static HashSet<(string Id, DateOnly? ValidFrom, string Version)> Keys(LoadedCustomers loaded) =>
        [.. loaded.Customers.Select(customer => (customer.Id, customer.ValidFrom, customer.Version))];

    /// <summary>What one call sees; replaced as a whole.</summary>
    private sealed record State(CustomerDirectory Directory, LoadedCustomers Loaded, CustomersHealth Health);

    private static partial class Log
    {
        [LoggerMessage(1301, LogLevel.Information, "The customer files have changed: {Customers} customers, {Added} versions new or changed, {Removed} gone or replaced.")]
        public static partial void Reloaded(ILogger logger, int customers, int added, int removed);

        [LoggerMessage(1302, LogLevel.Warning, "The customer files have changed with {Mistakes} mistakes; the customers stay as they were.")]
        public static partial void Refused(ILogger logger, int mistakes);

        [LoggerMessage(1303, LogLevel.Warning, "Customer file: {Mistake}")]
        public static partial void Mistake(ILogger logger, string mistake);
    }
}

/// <summary>Whether the customer files as they are now are the ones in force.</summary>
/// <param name="Mistakes">Why the last change was refused; empty when the files are in force.</param>
/// <param name="Since">Since when changes are refused, UTC; null when none is.</param>
public sealed record CustomersHealth(ImmutableArray<CustomerMistake> Mistakes, DateTimeOffset? Since)
{
    /// <summary>The files are in force.</summary>
    public bool Good => Mistakes.IsEmpty;

    /// <summary>One line for health pages; no file, key or value.</summary>
    public override string ToString() => Good
        ? "customers: files in force"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"customers: {Mistakes.Length} {(Mistakes.Length == 1 ? "mistake" : "mistakes")} since {Since:yyyy-MM-ddTHH:mm:ssZ}");
}
