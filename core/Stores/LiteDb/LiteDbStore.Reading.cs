using System.Collections.Immutable;
using LiteDB;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <content>How a page is read: one unit, by an index, nothing left open.</content>
public sealed partial class LiteDbStore
{
    private const string ByKey = "$._id > @0";
    private const string StillWaiting = $"$.{Tables.Waiting}[*] ANY > @0";
    private const string UntilDue = $"$.{Tables.Due}[*] ANY < @0";
    private const string ByPlace = $"$.{Tables.Place} BETWEEN @0 AND @1";

    /// <param name="fetch">Takes documents out of the file; nobody else is in it meanwhile.</param>
    /// <param name="read">What they hold.</param>
    /// <param name="cancellationToken">Before anything is fetched only.</param>
    private Task<T> ReadAsync<TFetched, T>(Func<StoreFile, TFetched> fetch, Func<TFetched, T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        try
        {
            if (_writer.Broken is { } broken) throw new StoreUnavailableException(broken);
            return Task.FromResult(read(_session.Read(fetch)));
        }
        catch (StoreUnavailableException cause)
        {
            return Task.FromException<T>(cause);
        }
#pragma warning disable CA1031 // LiteDB throws what it likes; the caller gets one kind of exception that quotes nothing.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            if (cause is not RowDamagedException) _writer.Suspect();
            return Task.FromException<T>(Failure.Of(cause));
        }
    }

    private Task<T?> FindAsync<T>(Table<T> table, string key, CancellationToken cancellationToken)
        where T : class => ReadAsync(file => file.Find(table, key), document => document is null ? null : table.Read(document), cancellationToken);

    /// <summary>The rows under a term, but perhaps one that is known already, and what is made of them.</summary>
    private Task<TResult> FindAllAsync<T, TResult>(
        Table<T> table, Term term, string? but, Func<IEnumerable<T>, TResult> choose, CancellationToken cancellationToken)
        where T : class => ReadAsync(
            file => file.Lookups.Find(term.Text).Where(key => key != but).Take(Page).Select(key => file.Find(table, key)).OfType<BsonDocument>().ToList(),
            documents => choose(documents.Select(table.Read)),
            cancellationToken);

    private Task<ImmutableArray<T>> ListAsync<T>(Table<T> table, string where, string value, int take, CancellationToken cancellationToken)
        where T : class => take <= 0
            ? Task.FromResult(ImmutableArray<T>.Empty)
            : ReadAsync(
                file => file.Page(table, Math.Min(take, Page), where, value),
                documents => documents.Select(table.Read).ToImmutableArray(),
                cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(6006, LogLevel.Error, "{Damage}")]
        public static partial void Damaged(ILogger logger, string damage);
    }
}
