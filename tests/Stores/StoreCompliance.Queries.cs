using System.Text;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using static SiOne.Bot.Stores.Tests.Samples;

namespace SiOne.Bot.Stores.Tests;

public abstract partial class StoreCompliance
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(5_000)]
    public async Task Pages_come_in_the_order_of_keys_without_gap_or_repetition(int take)
    {
        var numbers = Enumerable.Range(1, 230).OrderBy(n => Hash($"{n}")).ToList();
        await CommitAsync(new StoreUnit
        {
            NewIntake = [.. numbers.Select(n => Mail((uint)n))],
            Requests = [.. numbers.Select(n => Request(n))],
            NewOutbox = [.. numbers.Select(n => Answer($"{Id(n)}|1|0"))],
        });

        var intake = await WalkAsync(Store.ListIntakeAsync, row => row.Key.Value, take);
        var waiting = await WalkAsync(Store.ListWaitingIntakeAsync, row => row.Key.Value, take);
        var requests = await WalkAsync(Store.ListRequestsAsync, row => row.Id.Value, take);
        var outbox = await WalkAsync(Store.ListOutboxAsync, row => row.Key, take);

        var ascending = Enumerable.Range(1, 230).ToList();
        Assert.Equal(ascending.Select(n => MailKey((uint)n)), intake.Select(row => row.Key));
        Assert.Equal(ascending.Select(n => MailKey((uint)n)), waiting.Select(row => row.Key));
        Assert.Equal(ascending.Select(n => new RequestId(Id(n))), requests.Select(row => row.Id));
        Assert.Equal(ascending.Select(n => $"{Id(n)}|1|0"), outbox.Select(row => row.Key));
    }

    [Fact]
    public async Task Keys_that_differ_in_case_or_accent_or_end_are_different_and_sort_by_code()
    {
        string[] keys = ["<CAAbC@post.example>", "<CAabc@post.example>", "<CAabc@post.example> ", "a", "a\0", "a\0b", "a.b", "A", "é", "e\u0301", "ß", "ss", "œ", "ı", "i", "😀", "~", "{", "}", "$", "@0", "[*]", "'", "\"", "\n"];
        await CommitAsync(new StoreUnit
        {
            NewIntake = [.. keys.Select(Handed)],
            NewOutbox = [.. keys.Select(key => Answer(key))],
            Texts = [.. keys.Select(key => Text(key, Encoding.UTF8.GetBytes(key)))],
            Mailboxes = [.. keys.Select(key => Mailbox(key))],
        });

        foreach (var key in keys)
        {
            Same(Handed(key), await Store.FindIntakeAsync(new IntakeKey(key), None));
            Same(Answer(key), await Store.FindOutboxAsync(key, None));
            Same(Text(key, Encoding.UTF8.GetBytes(key)), await Store.FindTextAsync(key, None));
            Same(Mailbox(key), await Store.FindMailboxAsync(key, None));
        }

        var sorted = keys.Order(StringComparer.Ordinal).ToList();
        Assert.Equal(sorted, (await WalkAsync(Store.ListIntakeAsync, row => row.Key.Value, 3)).Select(row => row.Key.Value));
        Assert.Equal(sorted, (await WalkAsync(Store.ListOutboxAsync, row => row.Key, 3)).Select(row => row.Key));
        Assert.Equal(sorted, (await WalkAsync(Store.ListWaitingIntakeAsync, row => row.Key.Value, 3)).Select(row => row.Key.Value));
    }

    [Fact]
    public async Task Bytes_come_back_whatever_they_are()
    {
        var every = Enumerable.Range(0, 70_000).Select(n => (byte)n).ToArray();
        var broken = Encoding.Unicode.GetBytes("\ud800 lone \0 nul é \u202e");
        await CommitAsync(new StoreUnit { Texts = [Text("every", every), Text("broken", broken), Text("none"), Text("most", new byte[256 * 1024])] });
        await CommitAsync(new StoreUnit { Texts = [Text("every", 1, 2)] });

        Same(Text("every", 1, 2), await Store.FindTextAsync("every", None));
        Same(Text("broken", broken), await Store.FindTextAsync("broken", None));
        Same(Text("none"), await Store.FindTextAsync("none", None));
        Assert.Equal(256 * 1024, (await Store.FindTextAsync("most", None))!.Sealed.Length);
    }

    [Fact]
    public async Task Text_in_a_row_may_hold_any_character()
    {
        var odd = Mail(1) with { Reason = "é\0\n\"'{}$[*]@0 \u202e 😀 ", End = LedgerEnd.Ignored };
        await CommitAsync(new StoreUnit { NewIntake = [odd, Mail(2) with { Reason = "\ud800" }] });

        Same(odd, await Store.FindIntakeAsync(MailKey(1), None));
        Assert.NotNull((await Store.FindIntakeAsync(MailKey(2), None))!.Reason);
    }

    [Fact]
    public async Task Waiting_messages_are_those_without_an_end()
    {
        await CommitAsync(new StoreUnit { NewIntake = [Mail(1), Mail(2), Mail(3), Mail(4)] });
        await CommitAsync(new StoreUnit { Intake = [Mail(1).Next(LedgerEnd.Requests), Mail(3).Next()] });

        Assert.Equal([2u, 3u, 4u], (await Store.ListWaitingIntakeAsync("", 100, None)).Select(row => row.Uid));
        Assert.Equal([4u], (await Store.ListWaitingIntakeAsync(MailKey(3).Value, 100, None)).Select(row => row.Uid));
        await ReopenAsync();
        Assert.Equal([2u, 3u], (await Store.ListWaitingIntakeAsync("", 2, None)).Select(row => row.Uid));
        Assert.Equal(4, (await Store.ListIntakeAsync("", 100, None)).Length);
    }

    [Fact]
    public async Task Content_is_found_in_its_mailbox_and_the_oldest_message_wins()
    {
        await CommitAsync(new StoreUnit { NewIntake = [Mail(5, content: "same"), Mail(9, "other-box", content: "same")] });
        await CommitAsync(new StoreUnit { NewIntake = [Mail(7, content: "same")] });
        Same(Mail(5, content: "same"), await Store.FindIntakeByContentAsync(Hash("same"), Box, None));

        await CommitAsync(new StoreUnit { NewIntake = [Mail(2, uidValidity: 8, content: "same")] });

        Same(Mail(2, uidValidity: 8, content: "same"), await Store.FindIntakeByContentAsync(Hash("same"), Box, None));
        Same(Mail(9, "other-box", content: "same"), await Store.FindIntakeByContentAsync(Hash("same"), "other-box", None));
        Assert.Null(await Store.FindIntakeByContentAsync(Hash("same"), "third", None));
        Same(Mail(2, uidValidity: 8, content: "same"), await Store.FindRepeatedAsync(Mail(5, content: "same"), None));
        Assert.Null(await Store.FindRepeatedAsync(Mail(2, uidValidity: 8, content: "same"), None));
        Assert.Null(await Store.FindRepeatedAsync(Mail(9, "other-box", content: "same"), None));
        Assert.Null(await Store.FindIntakeByContentAsync(Hash("Same"), Box, None));
    }

    [Fact]
    public async Task Content_of_a_changed_message_is_still_found()
    {
        await CommitAsync(new StoreUnit { NewIntake = [Mail(5, content: "same")] });
        await CommitAsync(new StoreUnit { Intake = [Mail(5, content: "same").Next(LedgerEnd.Requests)] });

        Same(Mail(5, content: "same").Next(LedgerEnd.Requests), await Store.FindIntakeByContentAsync(Hash("same"), Box, None));
    }

    [Fact]
    public async Task Known_uids_are_those_of_the_mailbox_the_validity_and_the_range()
    {
        await CommitAsync(new StoreUnit
        {
            NewIntake =
            [
                Mail(1), Mail(2), Mail(9), Mail(10), Mail(999), Mail(1_001), Mail(uint.MaxValue),
                Mail(3, "other-box"), Mail(4, uidValidity: 8), Mail(5, Box + ".0000000007"), Handed("a.6"),
            ],
        });

        Assert.Equal([1u, 2u, 9u, 10u, 999u, 1_001u], (await Store.KnownUidsAsync(Box, 7, 1, 1_001, None)).Order());
        Assert.Equal([2u, 9u], (await Store.KnownUidsAsync(Box, 7, 2, 9, None)).Order());
        Assert.Equal([4u], (await Store.KnownUidsAsync(Box, 8, 0, 100, None)).Order());
        Assert.Equal([uint.MaxValue], await Store.KnownUidsAsync(Box, 7, uint.MaxValue - 1_000, uint.MaxValue, None));
        Assert.Empty(await Store.KnownUidsAsync(Box, 7, 9, 2, None));
        Assert.Empty(await Store.KnownUidsAsync("nobody", 7, 1, 1_000, None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.KnownUidsAsync(Box, 7, 1, 1_002, None));
    }

    [Fact]
    public async Task Requests_are_found_by_reference_in_the_order_of_their_ids()
    {
        await CommitAsync(new StoreUnit { Requests = [Request(3, reference: Reference(9)), Request(2)] });
        await CommitAsync(new StoreUnit { Requests = [Request(1, reference: Reference(9))] });
        await CommitAsync(new StoreUnit { Requests = [Request(2, 2)] });

        Assert.Equal([Id(1), Id(3)], (await Store.FindRequestsByReferenceAsync(Reference(9), None)).Select(found => found.Id.Value));
        Same(Request(2, 2), Assert.Single(await Store.FindRequestsByReferenceAsync(Reference(2), None)));
        Assert.Empty(await Store.FindRequestsByReferenceAsync(Reference(1), None));
    }

    [Fact]
    public async Task A_conversation_is_found_by_each_message_that_came_into_it_and_the_newest_wins()
    {
        await CommitAsync(new StoreUnit { Conversations = [Talk(5, 1, "<a>", "<a>"), Talk(6)] });
        await CommitAsync(new StoreUnit { Conversations = [Talk(5, 2, "<a>", "<b>")] });
        await CommitAsync(new StoreUnit { Conversations = [Talk(4, 1, "<a>"), Talk(7, 1, "<b>")] });

        Same(Talk(5, 2, "<a>", "<b>"), await Store.FindConversationByInboundIdAsync(Hash("<a>"), None));
        Same(Talk(7, 1, "<b>"), await Store.FindConversationByInboundIdAsync(Hash("<b>"), None));
        Assert.Null(await Store.FindConversationByInboundIdAsync(Hash("<A>"), None));
    }

    [Fact]
    public async Task Due_effects_are_waiting_ones_whose_time_has_come_soonest_first()
    {
        await CommitAsync(new StoreUnit
        {
            NewOutbox =
            [
                Answer("b", notBefore: Noon), Answer("a", notBefore: Noon), Answer("later", notBefore: Noon.AddTicks(1)),
                Answer("early", notBefore: Noon.AddHours(-1)), Answer("paris", notBefore: new DateTimeOffset(2026, 11, 23, 12, 30, 0, TimeSpan.FromHours(1))),
                Answer("held") with { State = OutboxState.Held }, Answer("sent"),
            ],
        });
        await CommitAsync(new StoreUnit { Outbox = [Answer("sent") with { Version = 2, State = OutboxState.Sent }] });

        Assert.Equal(["early", "paris", "a", "b"], (await Store.ListDueOutboxAsync(Noon, 100, None)).Select(row => row.Key));
        Assert.Equal(["early", "paris"], (await Store.ListDueOutboxAsync(Noon, 2, None)).Select(row => row.Key));
        Assert.Empty(await Store.ListDueOutboxAsync(Noon.AddHours(-2), 100, None));

        await CommitAsync(new StoreUnit
        {
            Outbox =
            [
                Answer("early") with { Version = 2, NotBefore = Noon.AddHours(1) }, Answer("a") with { Version = 2, State = OutboxState.Failed },
                Answer("held") with { Version = 2 },
            ],
        });
        await ReopenAsync();
        Assert.Equal(["paris", "b", "held"], (await Store.ListDueOutboxAsync(Noon, 100, None)).Select(row => row.Key));
        Assert.Equal(["paris", "b", "held", "later", "early"], (await Store.ListDueOutboxAsync(DateTimeOffset.MaxValue, 100, None)).Select(row => row.Key));
    }

    [Fact]
    public async Task All_effects_of_a_conversation_come_in_order()
    {
        await CommitAsync(new StoreUnit
        {
            NewOutbox =
            [
                .. Enumerable.Range(1, 250).OrderBy(n => Hash($"{n}")).Select(n => Answer($"k{Hash($"{n}")}", 5, n)),
                Answer("other", 6), Answer("prefix", 50),
            ],
        });

        var rows = await Store.ListOutboxOfAsync(new ConversationId(Id(5)), None);

        Assert.Equal(Enumerable.Range(1, 250), rows.Select(row => row.Order));
        Assert.Equal("other", Assert.Single(await Store.ListOutboxOfAsync(new ConversationId(Id(6)), None)).Key);
    }

    [Fact]
    public async Task Every_effect_and_event_comes_back_as_its_own_kind()
    {
        var unknown = Answer("u") with { Effect = new Effect.AnswerUnknownSender(MailKey(3)) };
        var alert = Answer("t") with { Effect = new Effect.AlertTechnicians(MailKey(3), [], "emergency") };
        await CommitAsync(new StoreUnit { NewOutbox = [unknown, alert], Requests = [Request(1)] });
        for (var version = 2; version <= 4; version++) await CommitAsync(new StoreUnit { Requests = [Request(1, version)] });

        Assert.Equal(unknown, await Store.FindOutboxAsync("u", None));
        Assert.IsType<Effect.AlertTechnicians>((await Store.FindOutboxAsync("t", None))!.Effect);
        var journal = (await Store.FindRequestAsync(new RequestId(Id(1)), None))!.Journal;
        Assert.Equal(Request(1, 4).Journal.Select(entry => entry.Event.GetType()), journal.Select(entry => entry.Event.GetType()));
    }

    [Fact]
    public async Task Readers_beside_a_busy_writer_see_whole_units_only()
    {
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var seen = 0;
            while (!done.IsCancellationRequested)
            {
                var page = await Store.ListIntakeAsync("", 100, None);
                foreach (var row in page.Reverse().Take(5)) await SeenAsync(Whole((int)row.Uid) with { NewIntake = [], Mailboxes = [] });
                seen += page.Length;
            }

            return seen;
        })).ToList();
        for (var group = 0; group < 20; group++)
            await Task.WhenAll(Enumerable.Range((group * 30) + 1, 30).Reverse().Select(n => Store.CommitAsync(Whole(n), None)));
        await done.CancelAsync();

        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 0));
        Assert.Equal(600, (await WalkAsync(Store.ListIntakeAsync, row => row.Key.Value, 100)).Count);
    }
}
