using System.Text.Json;
using FsCheck.Xunit;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Stores.LiteDb;
using static SiOne.Bot.Stores.Tests.Samples;

namespace SiOne.Bot.Stores.Tests;

/// <summary>Any history of units gives what plain dictionaries give.</summary>
public sealed class ModelProperties
{
    private const int Names = 3;

    [Property(MaxTest = 60)]
    public async Task The_store_agrees_with_dictionaries(byte[] script)
    {
        using var folder = new TempFolder();
        var options = new LiteDbOptions { Path = folder.File };
        var store = LiteDbStore.Open(options, TimeProvider.System);
        try
        {
            var model = new Model();
            for (var at = 0; at < script.Length;)
            {
                var unit = new StoreUnit();
                for (var rows = (script[at++] % 4) + 1; rows > 0 && at < script.Length; rows--) unit = Add(unit, script[at++], model);
                Assert.Equal(model.Commit(unit), await store.CommitAsync(unit, default));
                if (script[at - 1] % 16 != 15) continue;
                await store.DisposeAsync();
                store = LiteDbStore.Open(options, TimeProvider.System);
            }

            await model.AgreesAsync(store);
        }
        finally
        {
            await store.DisposeAsync();
        }
    }

    /// <summary>One byte is a kind, a name and a version that mostly follows.</summary>
    private static StoreUnit Add(StoreUnit unit, byte code, Model model)
    {
        var name = (code / 8 % Names) + 1;
        var step = code / 32 switch { 6 => 0, 7 => 2, _ => 1 };
        int After(string key) => model.Versions.GetValueOrDefault(key) + step;
        return (code % 8) switch
        {
            0 => unit with { NewIntake = [.. unit.NewIntake, Mail((uint)name, content: "all")] },
            1 => unit with { Intake = [.. unit.Intake, Mail((uint)name, content: "all") with { Version = After($"i{name}"), Attempts = code, End = code > 100 ? LedgerEnd.Ignored : null }] },
            2 => unit with { Requests = [.. unit.Requests, Request(name, Math.Max(0, After($"r{name}")), Reference(name % 2))] },
            3 => unit with { Conversations = [.. unit.Conversations, Talk(name, After($"c{name}"), "<all>", $"<{code / 64}>")] },
            4 => unit with { NewOutbox = [.. unit.NewOutbox, Answer($"k{name}", name % 2, code)] },
            5 => unit with { Outbox = [.. unit.Outbox, Answer($"k{name}", name % 2, code) with { Version = After($"o{name}"), State = (OutboxState)(code / 64) }] },
            6 when code / 64 is 3 => unit with { ErasedTexts = [.. unit.ErasedTexts, Erased($"t{name}", code)] },
            6 => unit with { Texts = [.. unit.Texts, Text($"t{name}", code)] },
            _ => unit with { Mailboxes = [.. unit.Mailboxes, Mailbox($"b{name}", After($"m{name}"), code)] },
        };
    }

    private sealed class Model
    {
        private Dictionary<string, object> _rows = [];

        public Dictionary<string, int> Versions { get; private set; } = [];

        public CommitResult Commit(StoreUnit unit)
        {
            var (rows, versions) = (new Dictionary<string, object>(_rows), new Dictionary<string, int>(Versions));
            void New(string key, object row)
            {
                if (versions.TryAdd(key, 1)) rows[key] = row;
            }

            bool Next(string key, int version, object row, bool mayBeNew)
            {
                if (version != versions.GetValueOrDefault(key) + 1 || (version == 1 && !mayBeNew)) return false;
                (rows[key], versions[key]) = (row, version);
                return true;
            }

            foreach (var row in unit.NewIntake) New($"i{row.Uid}", row);
            var follows = unit.Intake.All(row => Next($"i{row.Uid}", row.Version, row, false))
                && unit.Requests.All(row => Next($"r{Number(row.Id.Value)}", row.Version, row, true))
                && unit.Conversations.All(row => Next($"c{Number(row.Id.Value)}", row.Version, row, true));
            foreach (var row in unit.NewOutbox) New($"o{row.Key[1..]}", row);
            follows = follows && unit.Outbox.All(row => Next($"o{row.Key[1..]}", row.Version, row, false))
                && unit.Mailboxes.All(row => Next($"m{row.Id[1..]}", row.Version, row, true));
            foreach (var row in unit.Texts) rows[row.Key] = row;
            foreach (var row in unit.ErasedTexts.Where(row => rows.Remove(row.Key))) rows[$"e{row.Key}"] = row;
            if (!follows) return CommitResult.Conflict;
            (_rows, Versions) = (rows, versions);
            return CommitResult.Committed;
        }

        public async Task AgreesAsync(LiteDbStore store)
        {
            for (var n = 1; n <= Names; n++)
            {
                Equal(Row<IntakeRow>($"i{n}"), await store.FindIntakeAsync(MailKey((uint)n), default));
                Equal(Row<RequestDocument>($"r{n}"), await store.FindRequestAsync(new RequestId(Id(n)), default));
                Equal(Row<Conversation>($"c{n}"), await store.FindConversationAsync(new ConversationId(Id(n)), default));
                Equal(Row<OutboxRow>($"o{n}"), await store.FindOutboxAsync($"k{n}", default));
                Equal(Row<TextRow>($"t{n}"), await store.FindTextAsync($"t{n}", default));
                Equal(Row<ErasedText>($"et{n}"), await store.FindErasedTextAsync($"t{n}", default));
                Equal(Row<MailboxRow>($"m{n}"), await store.FindMailboxAsync($"b{n}", default));
            }

            var intake = All<IntakeRow>('i');
            Equal(intake.OrderBy(row => row.Uid), await store.ListIntakeAsync("", 100, default));
            Equal(intake.Where(row => row.End is null).OrderBy(row => row.Uid), await store.ListWaitingIntakeAsync("", 100, default));
            Equal(intake.Select(row => row.Uid).Order(), (await store.KnownUidsAsync(Box, 7, 0, 10, default)).Order());
            Equal(intake.MinBy(row => row.ReceivedAt), await store.FindIntakeByContentAsync(Hash("all"), Box, default));
            var effects = All<OutboxRow>('o');
            Equal(effects.Where(row => row.State is OutboxState.Waiting).OrderBy(row => row.Key), await store.ListDueOutboxAsync(Noon, 100, default));
            for (var conversation = 0; conversation < 2; conversation++)
            {
                var id = new ConversationId(Id(conversation));
                Equal(
                    effects.Where(row => row.Conversation == id).OrderBy(row => row.Order).ThenBy(row => row.Key, StringComparer.Ordinal),
                    await store.ListOutboxOfAsync(id, default));
                var reference = Reference(conversation);
                Equal(
                    All<RequestDocument>('r').Where(row => row.State.Reference == reference).OrderBy(row => row.Id.Value, StringComparer.Ordinal),
                    await store.FindRequestsByReferenceAsync(reference, default));
            }

            Equal(All<Conversation>('c').MaxBy(row => row.Id.Value, StringComparer.Ordinal), await store.FindConversationByInboundIdAsync(Hash("<all>"), default));
        }

        private static int Number(string id) => id[^1] - '0';

        private static void Equal<T>(T expected, object? actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));

        private T? Row<T>(string key) => (T?)_rows.GetValueOrDefault(key);

        private List<T> All<T>(char kind) => [.. _rows.Where(row => row.Key[0] == kind).Select(row => row.Value).OfType<T>()];
    }
}
