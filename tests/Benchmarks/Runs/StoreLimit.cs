using System.Globalization;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Stores.LiteDb;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Benchmarks.Runs;

/// <summary>The second raw limit: what the store does when each mail is one small durable unit and nothing else.</summary>
internal static class StoreLimit
{
    private const string Mailbox = "0a1b2c3d4e5f";

    /// <summary>Commits units, so many at a time, each waiting for its barrier.</summary>
    public static async Task<Speed> MeasureAsync(int units, int atOnce)
    {
        using var folder = new TempFolder();
        await using var store = LiteDbStore.Open(new LiteDbOptions { Path = folder.File("store.db") }, TimeProvider.System);
        var next = 0;
        return await Speed.OfAsync(units, () => Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var uid && uid <= units)
                if (await store.CommitAsync(new StoreUnit { NewIntake = [Row((uint)uid)] }, CancellationToken.None) is not CommitResult.Committed)
                    throw new InvalidOperationException("A unit was not committed.");
        }))));
    }

    private static IntakeRow Row(uint uid)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"m.{Mailbox}.{7:D10}.{uid:D10}");
        return new IntakeRow
        {
            Key = new IntakeKey(key),
            Channel = Channel.Mail,
            Mailbox = Mailbox,
            UidValidity = 7,
            Uid = uid,
            ReceivedAt = DateTimeOffset.UnixEpoch.AddSeconds(uid),
            KeptAt = DateTimeOffset.UnixEpoch.AddSeconds(uid),
            ContentHash = key,
            Size = 20_000,
        };
    }
}
