using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Digests;

/// <summary>Keeps what backup products tell of their runs: one sealed row a job, which knows its newest run and its newest good one.</summary>
/// <param name="vault">Seals them.</param>
/// <param name="store">The durable memory.</param>
public sealed class BackupBook(TextVault vault, IStore store) : IDisposable
{
    /// <summary>The most jobs of one customer: a product that makes up a name for each run fills no store.</summary>
    public const int MostJobs = 100;

    /// <summary>The longest name of a job, in characters.</summary>
    public const int MaxName = 120;

    // A row has no version: two runs of one job at one moment are taken in one after the other.
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Takes a run in; told twice, or after a newer one, it changes nothing that was known better.</summary>
    /// <param name="customerId">Whose.</param>
    /// <param name="what">The part subscribed.</param>
    /// <param name="job">What the backup product calls the job.</param>
    /// <param name="finishedAt">When the run ended, UTC.</param>
    /// <param name="succeeded">Whether it succeeded.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <returns>False: the customer has as many jobs as are kept, and this would be another one.</returns>
    public async Task<bool> TakeAsync(string customerId, Service what, string job, DateTimeOffset finishedAt, bool succeeded, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var key = $"{Prefix(customerId)}{what}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(job)).AsSpan(0, 16))}";
            var known = await vault.ReadBytesAsync(key, cancellationToken) is { } bytes ? Read(bytes) : null;
            if (known is null && (await OfAsync(customerId, cancellationToken)).Length >= MostJobs) return false;
            var told = known?.With(finishedAt, succeeded) ?? BackupJob.Of(what, job, finishedAt, succeeded);
            if (told != known) await store.CommitAsync(new StoreUnit { Texts = [vault.Seal(key, JsonSerializer.SerializeToUtf8Bytes(told, BackupBookJson.Default.BackupJob))] }, cancellationToken);
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The jobs of a customer, by part and name.</summary>
    public async Task<ImmutableArray<BackupJob>> OfAsync(string customerId, CancellationToken cancellationToken)
    {
        var prefix = Prefix(customerId);
        var rows = await store.ListTextsAsync(prefix, MostJobs, cancellationToken);
        return
        [
            .. rows.TakeWhile(row => row.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(row => Read(vault.Open(row)))
                .OrderBy(job => job.What).ThenBy(job => job.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private static string Prefix(string customerId) => $"backup-of/{customerId}/";

    private static BackupJob Read(byte[] bytes) => JsonSerializer.Deserialize(bytes, BackupBookJson.Default.BackupJob)!;
}

/// <summary>Source-generated JSON of jobs.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(BackupJob))]
internal sealed partial class BackupBookJson : JsonSerializerContext;
