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

    private Task<T> ReadAsync<T>(Func<StoreFile, T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        try
        {
            if (_writer.Broken is { } broken) throw new StoreUnavailableException(broken);
            return Task.FromResult(_session.Read(read));
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

    private static T? Find<T>(StoreFile file, Table<T> table, string key)
        where T : class => file[table].FindById(key) is { } document ? table.Read(document) : null;

    private static List<T> FindAll<T>(StoreFile file, Table<T> table, Term term)
        where T : class => [.. file.Lookups.Find(term.Text).Take(Page).Select(key => Find(file, table, key)).OfType<T>()];

    private static ImmutableArray<T> List<T>(StoreFile file, Table<T> table, string where, string value, int take)
        where T : class => take <= 0
            ? []
            : [.. file[table].Find(BsonExpression.Create(where, value), 0, Math.Min(take, Page)).ToList().Select(table.Read)];

    private static partial class Log
    {
        [LoggerMessage(6006, LogLevel.Error, "{Damage}")]
        public static partial void Damaged(ILogger logger, string damage);
    }
}
