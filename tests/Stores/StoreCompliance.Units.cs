using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using static SiOne.Bot.Stores.Tests.Samples;

namespace SiOne.Bot.Stores.Tests;

public abstract partial class StoreCompliance
{
    [Fact]
    public async Task An_empty_store_knows_nothing()
    {
        Assert.Null(await Store.FindIntakeAsync(MailKey(1), None));
        Assert.Null(await Store.FindIntakeByContentAsync(Hash("x"), Box, None));
        Assert.Null(await Store.FindRequestAsync(new RequestId(Id(1)), None));
        Assert.Null(await Store.FindConversationAsync(new ConversationId(Id(1)), None));
        Assert.Null(await Store.FindConversationByInboundIdAsync(Hash("x"), None));
        Assert.Null(await Store.FindOutboxAsync("k", None));
        Assert.Null(await Store.FindTextAsync("k", None));
        Assert.Null(await Store.FindErasedTextAsync("k", None));
        Assert.Empty(await Store.ListTextsAsync("", 100, None));
        Assert.Null(await Store.FindMailboxAsync(Box, None));
        Assert.Empty(await Store.ListIntakeAsync("", 100, None));
        Assert.Empty(await Store.ListWaitingIntakeAsync("", 100, None));
        Assert.Empty(await Store.ListRequestsAsync("", 100, None));
        Assert.Empty(await Store.ListOutboxAsync("", 100, None));
        Assert.Empty(await Store.ListDueOutboxAsync(DateTimeOffset.MaxValue, 100, None));
        Assert.Empty(await Store.ListOutboxOfAsync(new ConversationId(Id(1)), None));
        Assert.Empty(await Store.FindRequestsByReferenceAsync(Reference(1), None));
        Assert.Empty(await Store.KnownUidsAsync(Box, 7, 1, 1_001, None));
        Assert.True(Store.Health.Healthy);
        Assert.NotEmpty(Store.Health.Name);
    }

    [Fact]
    public async Task A_unit_of_every_kind_comes_back_as_written_also_after_closing()
    {
        var unit = Whole(1);
        await CommitAsync(unit);

        await SeenAsync(unit);
        await ReopenAsync();
        await SeenAsync(unit);
    }

    [Fact]
    public async Task New_rows_whose_key_exists_are_left_as_they_are()
    {
        await CommitAsync(new StoreUnit { NewIntake = [Mail(1)], NewOutbox = [Answer("k")] });
        await CommitAsync(new StoreUnit { Intake = [Mail(1).Next()] });

        await CommitAsync(new StoreUnit { NewIntake = [Mail(1) with { Size = 9 }, Mail(2)], NewOutbox = [Answer("k") with { Order = 9 }] });

        Same(Mail(1).Next(), await Store.FindIntakeAsync(MailKey(1), None));
        Same(Mail(2), await Store.FindIntakeAsync(MailKey(2), None));
        Same(Answer("k"), await Store.FindOutboxAsync("k", None));
    }

    [Fact]
    public async Task The_same_new_row_twice_in_a_unit_is_one_row()
    {
        await CommitAsync(new StoreUnit { NewIntake = [Handed("f.1"), Handed("f.1")] });

        Same(Handed("f.1"), Assert.Single(await Store.ListIntakeAsync("", 100, None)));
    }

    [Fact]
    public async Task A_row_may_be_new_and_changed_in_one_unit()
    {
        await CommitAsync(new StoreUnit { NewIntake = [Mail(1)], Intake = [Mail(1).Next(LedgerEnd.Ignored)] });

        Same(Mail(1).Next(LedgerEnd.Ignored), await Store.FindIntakeAsync(MailKey(1), None));
        Assert.Empty(await Store.ListWaitingIntakeAsync("", 100, None));
    }

    [Fact]
    public async Task A_unit_is_written_only_while_its_lease_holds()
    {
        await ConflictAsync(new StoreUnit { NewIntake = [Mail(1)], Fences = [new Fence(Box, 1)] });
        Assert.Null(await Store.FindIntakeAsync(Mail(1).Key, None));
        await CommitAsync(new StoreUnit { NewIntake = [Mail(1)], Fences = [new Fence(Box, 0)] });
        await CommitAsync(new StoreUnit { Mailboxes = [Mailbox(Box) with { Fence = 7 }] });

        await ConflictAsync(new StoreUnit { NewIntake = [Mail(2)], Fences = [new Fence(Box, 6)] });
        await CommitAsync(new StoreUnit { NewIntake = [Mail(2)], Fences = [new Fence(Box, 7)] });

        // Decided with what is written together: the number that a unit brings holds for the next one.
        var taken = Store.CommitAsync(new StoreUnit { Mailboxes = [Mailbox(Box, 2) with { Fence = 8 }] }, None);
        var late = Store.CommitAsync(new StoreUnit { NewIntake = [Mail(3)], Fences = [new Fence(Box, 7)] }, None);
        Assert.Equal([CommitResult.Committed, CommitResult.Conflict], await Task.WhenAll(taken, late));
        Assert.Null(await Store.FindIntakeAsync(Mail(3).Key, None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_version_that_does_not_follow_the_stored_one_conflicts(int version)
    {
        await CommitAsync(Whole(1));

        await ConflictAsync(new StoreUnit { Requests = [Request(1, Math.Max(version, 1)) with { Version = version }] });
        await ConflictAsync(new StoreUnit { Conversations = [Talk(1, version)] });
        await ConflictAsync(new StoreUnit { Mailboxes = [Mailbox(Box, version)] });
        await ConflictAsync(new StoreUnit { Intake = [Mail(1) with { Version = version }] });
        await ConflictAsync(new StoreUnit { Outbox = [Answer(Id(1) + "|1|0") with { Version = version }] });

        await SeenAsync(Whole(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_changed_message_or_effect_that_was_never_new_conflicts(int version)
    {
        await ConflictAsync(new StoreUnit { Intake = [Mail(1) with { Version = version }] });
        await ConflictAsync(new StoreUnit { Outbox = [Answer("k") with { Version = version }] });

        Assert.Null(await Store.FindIntakeAsync(MailKey(1), None));
        Assert.Null(await Store.FindOutboxAsync("k", None));
    }

    [Fact]
    public async Task Units_begun_together_stand_or_fall_each_by_itself()
    {
        await CommitAsync(Whole(1));
        var tooLong = new StoreUnit { Texts = [Text(new string('k', 2_000), 1)] };

        var begun = Store.CommitTogether([Whole(2), new StoreUnit { Conversations = [Talk(1, 9)] }, tooLong, Whole(3)], None);

        Assert.Equal(CommitResult.Committed, await begun[0]);
        Assert.Equal(CommitResult.Conflict, await begun[1]);
        await Assert.ThrowsAsync<ArgumentException>(() => begun[2]);
        Assert.Equal(CommitResult.Committed, await begun[3]);
        await SeenAsync(Whole(2));
        await SeenAsync(Whole(3));
    }

    public static TheoryData<string> Kinds => ["intake", "request", "conversation", "outbox", "mailbox"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task One_conflict_keeps_every_row_of_the_unit_out(string kind)
    {
        await CommitAsync(Whole(1));
        var fresh = Whole(2);

        await ConflictAsync(kind switch
        {
            "intake" => fresh with { Intake = [Mail(1) with { Version = 9 }] },
            "request" => fresh with { Requests = [Request(2), Request(1, 9)] },
            "conversation" => fresh with { Conversations = [Talk(2), Talk(1, 9)] },
            "outbox" => fresh with { Outbox = [Answer(Id(1) + "|1|0") with { Version = 9 }] },
            _ => fresh with { Mailboxes = [Mailbox(Box, 9)] },
        });

        Assert.Null(await Store.FindIntakeAsync(MailKey(2), None));
        Assert.Null(await Store.FindRequestAsync(new RequestId(Id(2)), None));
        Assert.Null(await Store.FindConversationAsync(new ConversationId(Id(2)), None));
        Assert.Null(await Store.FindOutboxAsync(Id(2) + "|1|0", None));
        Assert.Null(await Store.FindTextAsync(MailKey(2) + "/text", None));
        Assert.Empty(await Store.FindRequestsByReferenceAsync(Reference(2), None));
        Assert.Null(await Store.FindConversationByInboundIdAsync(Hash("<mail-2>"), None));
        await SeenAsync(Whole(1));
    }

    [Fact]
    public async Task Writing_the_same_unit_again_changes_nothing()
    {
        var unit = Whole(1);
        await CommitAsync(unit);

        await ConflictAsync(unit);
        await CommitAsync(new StoreUnit { NewIntake = unit.NewIntake, NewOutbox = unit.NewOutbox, Texts = unit.Texts });

        await SeenAsync(unit);
    }

    [Fact]
    public async Task Of_200_parallel_saves_one_wins_each_version()
    {
        await CommitAsync(new StoreUnit { Requests = [Request(1)] });
        const int versions = 4;
        const int rivals = 50;

        var results = await Task.WhenAll(Enumerable.Range(0, versions * rivals).Select(n => Task.Run(async () =>
        {
            var version = (n % versions) + 2;
            var marker = Text($"marker/{n}", (byte)n);
            while (true)
            {
                var stored = (await Store.FindRequestAsync(new RequestId(Id(1)), None))!.Version;
                if (stored >= version) return 0;
                if (stored + 1 < version)
                {
                    await Task.Yield();
                    continue;
                }

                var won = await Store.CommitAsync(new StoreUnit { Requests = [Request(1, version)], Texts = [marker] }, None);
                return won is CommitResult.Committed ? version : 0;
            }
        })));

        Assert.Equal([2, 3, 4, 5], results.Where(version => version > 0).Order());
        for (var n = 0; n < results.Length; n++)
            Assert.Equal(results[n] > 0, await Store.FindTextAsync($"marker/{n}", None) is not null);
        Same(Request(1, 5), await Store.FindRequestAsync(new RequestId(Id(1)), None));
    }

    [Fact]
    public async Task What_waits_together_is_seen_by_one_another()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 64).Select(n => Store.CommitAsync(
            new StoreUnit { Conversations = [Talk(1)], NewIntake = [Mail((uint)n)] }, None)));

        Assert.Equal(1, results.Count(result => result is CommitResult.Committed));
        Assert.Single(await Store.ListIntakeAsync("", 100, None));
    }

    [Fact]
    public async Task A_caller_that_has_gone_before_writes_nothing()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(Whole(1), gone.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindTextAsync("k", gone.Token));

        await CommitAsync(Whole(2));
        Assert.Null(await Store.FindIntakeAsync(MailKey(1), None));
    }

    [Fact]
    public async Task Callers_that_leave_while_waiting_leave_whole_units_behind()
    {
        using var leaving = new CancellationTokenSource();
        var waiting = Enumerable.Range(1, 200).Select(n => Task.Run(() => Store.CommitAsync(Whole(n), leaving.Token))).ToList();
        await Task.WhenAny(waiting);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting.Append(Task.FromCanceled<CommitResult>(leaving.Token))));

        await CommitAsync(Whole(1_000));
        for (var n = 1; n <= 200; n++)
        {
            var written = await Store.FindIntakeAsync(MailKey((uint)n), None) is not null;
            Assert.True(written || !waiting[n - 1].IsCompletedSuccessfully);
            if (written) await SeenAsync(Whole(n));
            else Assert.Null(await Store.FindTextAsync(MailKey((uint)n) + "/text", None));
        }
    }

    [Fact]
    public async Task An_empty_unit_is_committed() => await CommitAsync(new StoreUnit());

    [Fact]
    public async Task After_closing_nothing_is_taken()
    {
        await Store.DisposeAsync();

        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => Store.CommitAsync(Whole(1), None));
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => Store.FindTextAsync("k", None));
        await Store.DisposeAsync();
    }

    [Fact]
    public async Task Closing_writes_what_is_queued()
    {
        var queued = Enumerable.Range(1, 300).Select(n => Store.CommitAsync(Whole(n), None)).ToList();
        await ReopenAsync();

        Assert.All(await Task.WhenAll(queued), result => Assert.Equal(CommitResult.Committed, result));
        Assert.Equal(300, (await WalkAsync(Store.ListIntakeAsync, row => row.Key.Value, 100)).Count);
    }

    private static StoreUnit Whole(int n) => new()
    {
        NewIntake = [Mail((uint)n)],
        Requests = [Request(n)],
        Conversations = [Talk(n, 1, $"<mail-{n}>")],
        NewOutbox = [Answer(Id(n) + "|1|0", n)],
        Texts = [Text(MailKey((uint)n) + "/text", 0, 1, (byte)n, 255)],
        Mailboxes = n == 1 ? [Mailbox(Box)] : [],
    };

    private async Task SeenAsync(StoreUnit unit)
    {
        foreach (var row in unit.NewIntake) Same(row, await Store.FindIntakeAsync(row.Key, None));
        foreach (var row in unit.Requests) Same(row, await Store.FindRequestAsync(row.Id, None));
        foreach (var row in unit.Conversations) Same(row, await Store.FindConversationAsync(row.Id, None));
        foreach (var row in unit.NewOutbox) Same(row, await Store.FindOutboxAsync(row.Key, None));
        foreach (var row in unit.Texts) Same(row, await Store.FindTextAsync(row.Key, None));
        foreach (var row in unit.Mailboxes) Same(row, await Store.FindMailboxAsync(row.Id, None));
    }
}
