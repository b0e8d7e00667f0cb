using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>What technicians do, and what is told of it.</summary>
public sealed class DeskTests
{
    private const string Software = "Bonjour,\n\nMon ordinateur ne démarre plus depuis ce matin, il est en panne.";
    private static readonly DateTimeOffset Friday = new(2026, 11, 27, 13, 0, 0, TimeSpan.Zero);

    /// <summary>The verbs that lead to the state in which a verb is tried, the verb with all that it needs, and what follows.</summary>
    public static TheoryData<ActVerb, string, RequestState, string> Verbs => new()
    {
        { ActVerb.Take, "", RequestState.Accepted, "" },
        { ActVerb.Start, "", RequestState.InProgress, "InProgress" },
        { ActVerb.Ask, "", RequestState.WaitingForDetails, "DetailsNeeded" },
        { ActVerb.DetailsCame, "Ask", RequestState.Accepted, "ClockResumed" },
        { ActVerb.Correct, "", RequestState.Accepted, "Corrected" },
        { ActVerb.Quote, "", RequestState.ToBeQuoted, "ToBeQuoted" },
        { ActVerb.QuoteAccepted, "Quote", RequestState.Accepted, "ClockResumed" },
        { ActVerb.Hold, "", RequestState.OnHold, "OnHold" },
        { ActVerb.Resume, "Hold", RequestState.Accepted, "HoldEnded" },
        { ActVerb.PlanVisit, "", RequestState.Accepted, "VisitPlanned" },
        { ActVerb.MoveDue, "", RequestState.Accepted, "DueMoved" },
        { ActVerb.Complete, "", RequestState.Done, "Done" },
        { ActVerb.Decline, "", RequestState.Declined, "Declined" },
        { ActVerb.Close, "", RequestState.Closed, "" },
        { ActVerb.Reopen, "Close", RequestState.Accepted, "Reopened" },
        { ActVerb.Reply, "", RequestState.Accepted, "Reply" },
        { ActVerb.Note, "", RequestState.Accepted, "" },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Each_verb_does_one_thing_and_tells_who_asked_once(ActVerb verb, string before, RequestState expected, string notice)
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        Assert.Equal(RequestState.Accepted, request.State.State);
        if (before.Length > 0) Assert.Null((await life.ActAsync(request, Whole(Enum.Parse<ActVerb>(before)))).Refusal);
        var told = (await life.NoticesAsync()).Length;

        var result = await life.ActAsync(request, Whole(verb));

        Assert.Equal((null, expected), (result.Refusal, result.Document?.State.State));
        Assert.Equal(notice.Length == 0 ? [] : [$"{notice} to paul@nova.example"], (await life.NoticesAsync())[told..]);
        Assert.Empty(await life.AlertsAsync());
        Assert.Contains(result.Document!.Journal, entry => entry.Event.ToString().Contains(Life.Technician, StringComparison.Ordinal) || verb is ActVerb.DetailsCame or ActVerb.QuoteAccepted);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Every_verb_is_tried_somewhere() => await Task.Run(() => Assert.Equal(
        Enum.GetValues<ActVerb>().Except(
        [
            ActVerb.Approve, ActVerb.RefuseApproval, ActVerb.ProveIdentity,
            // Tried in Protection.
            ActVerb.StartBreach, ActVerb.DismissBreach, ActVerb.DraftNotice, ActVerb.SendNotice, ActVerb.NoteNotice, ActVerb.MarkController, ActVerb.MarkProcessor, ActVerb.PassOn,
        ]).Order(),
        Verbs.Select(row => (ActVerb)row[0]).Order()));

    [Theory]
    [InlineData(ActVerb.Ask)]
    [InlineData(ActVerb.Decline)]
    [InlineData(ActVerb.Reply)]
    [InlineData(ActVerb.Note)]
    [InlineData(ActVerb.PlanVisit)]
    [InlineData(ActVerb.MoveDue)]
    [InlineData(ActVerb.Correct)]
    [InlineData(ActVerb.Approve)]
    [InlineData(ActVerb.RefuseApproval)]
    public async Task A_verb_without_what_it_needs_changes_nothing_and_says_so(ActVerb verb)
    {
        await using var life = new Life();
        var request = verb is ActVerb.Approve or ActVerb.RefuseApproval
            ? await ApprovalTests.AskedAsync(life)
            : await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        var result = await life.ActAsync(request, verb);

        Assert.True(result.Incomplete);
        Assert.Equal(1, (await life.DocumentAsync(request.Id)).Version);
    }

    [Theory]
    [InlineData("", ActVerb.Resume)]
    [InlineData("", ActVerb.Reopen)]
    [InlineData("", ActVerb.QuoteAccepted)]
    [InlineData("", ActVerb.DetailsCame)]
    [InlineData("", ActVerb.ProveIdentity)]
    [InlineData("Close", ActVerb.Complete)]
    [InlineData("Close", ActVerb.Take)]
    [InlineData("Complete", ActVerb.Start)]
    public async Task What_a_state_does_not_allow_is_refused(string before, ActVerb verb)
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        if (before.Length > 0) await life.ActAsync(request, Whole(Enum.Parse<ActVerb>(before)));
        var version = (await life.DocumentAsync(request.Id)).Version;

        Assert.Equal((Refusal.NotAllowedNow, false), ((await life.ActAsync(request, Whole(verb))).Refusal, (await life.ActAsync(request, Whole(verb))).Incomplete));
        Assert.Equal(version, (await life.DocumentAsync(request.Id)).Version);
    }

    [Fact]
    public async Task A_reference_of_nothing_is_refused()
    {
        await using var life = new Life();
        Assert.Equal(Refusal.NoSuchRequest, (await life.Bench.Desk.DoAsync(new RequestReference("SI-0000-0000"), "Inès", new ActWish(ActVerb.Take), CancellationToken.None)).Refusal);
    }

    [Theory]
    [InlineData("nadia", RequestState.Accepted, "nadia")]
    [InlineData("odile", RequestState.Accepted, "odile")]
    [InlineData("zoe", RequestState.WaitingForApproval, null)]
    [InlineData("aubin", RequestState.WaitingForApproval, null)]
    [InlineData("paul", RequestState.WaitingForApproval, null)]
    [InlineData("nobody", RequestState.WaitingForApproval, null)]
    public async Task A_yes_that_a_technician_notes_is_one_of_somebody_who_may_say_it(string person, RequestState expected, string? approved)
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        await life.ActAsync(request, new ActWish(ActVerb.Approve) { PersonId = person });

        var state = await life.StateOfAsync(request);
        Assert.Equal((expected, approved), (state.State, state.ApprovedBy));
        if (approved is not null) await life.NoticeAsync(NoticeKind.Approved, "paul");
    }

    [Fact]
    public async Task A_no_that_a_technician_notes_declines()
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        await life.ActAsync(request, new ActWish(ActVerb.RefuseApproval) { PersonId = "nadia" });

        Assert.Equal(RequestState.Declined, (await life.StateOfAsync(request)).State);
        await life.NoticeAsync(NoticeKind.ApprovalRefused, "paul");
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_call_back_proves_who_asked()
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("nadia", Life.Arrival, dmarc: "none"));
        Assert.Equal(RequestState.WaitingForTechnician, request.State.State);
        // The list decides, and who asks nothing of it has proven nothing.
        Assert.True((await life.ActAsync(request, ActVerb.ProveIdentity)).Incomplete);
        var (at, people) = (life.Bench.Clock.GetUtcNow(), Bench.Nova.People);
        foreach (var wrong in new[]
        {
            "0611223344", new CallBackNumber(people.First(person => person.Id == "zoe"), new PhoneOnRecord("+33 6 11 22 33 44", new DateOnly(2020, 1, 1))).Id,
            new CallBackNumber(people.First(person => person.Id == "nadia"), Bench.TooNew).Id,
        })
            Assert.True((await life.ActAsync(request, new ActWish(ActVerb.ProveIdentity) { NumberId = wrong })).Incomplete);
        Assert.Equal(RequestState.WaitingForTechnician, (await life.StateOfAsync(request)).State);
        var numbers = CallBackNumbers.Of(Bench.Nova, "nadia", at);
        Assert.Equal([("nadia", "0102"), ("odile", "0101")], numbers.Select(number => (number.Person.Id, number.LastFour)));
        Assert.Null((await life.ActAsync(request, new ActWish(ActVerb.ProveIdentity) { NumberId = numbers[0].Id })).Refusal);
        Assert.Equal(numbers[0].Called, (await life.DocumentAsync(request.Id)).Journal.Select(entry => entry.Event).OfType<RequestEvent.IdentityProven>().Single().Called);

        Assert.Equal((RequestState.Accepted, true), ((await life.StateOfAsync(request)).State, (await life.StateOfAsync(request)).Proven));
        Assert.Equal(["ClockResumed to nadia@nova.example"], await life.NoticesAsync());
    }

    [Fact]
    public async Task A_correction_looks_at_the_contract_of_the_right_operation()
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        await life.ActAsync(request, new ActWish(ActVerb.Correct) { OperationId = "licence.arrival" });

        var state = await life.StateOfAsync(request);
        Assert.Equal("licence.arrival", state.OperationId);
        Assert.NotEqual(RequestState.Accepted, state.State);
        Assert.Contains("Corrected to paul@nova.example", await life.NoticesAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_reply_reaches_who_asked_in_the_thread_with_its_secrets_masked()
    {
        await using var life = new Life();
        var row = await life.MailAsync("paul", Software);
        var request = await life.OnlyRequestOfAsync(row);
        await life.ActAsync(request, new ActWish(ActVerb.Reply) { Text = "Redémarrez le poste.\nVotre mot de passe : Tournesol#2026" });

        var mails = await life.MailsToAsync("paul");
        Assert.Contains("Redémarrez le poste.", mails[^1].TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Tournesol", mails[^1].TextBody + mails[^1].HtmlBody, StringComparison.Ordinal);
        Assert.Equal(mails[0].InReplyTo, mails[^1].InReplyTo);
        var key = Assert.Single((await life.DocumentAsync(request.Id)).Journal.Select(entry => entry.Event).OfType<RequestEvent.Wrote>()).TextKey;
        var kept = System.Text.Encoding.UTF8.GetString((await life.Bench.Vault.ReadBytesAsync(key, CancellationToken.None))!);
        Assert.Contains("Redémarrez le poste.", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Tournesol", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_is_kept_and_told_to_nobody()
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        var before = (await life.EffectsAsync()).Length;
        var result = await life.ActAsync(request, new ActWish(ActVerb.Note) { Text = "Client pressé." });

        Assert.Equal(before, (await life.EffectsAsync()).Length);
        var wrote = Assert.IsType<RequestEvent.Wrote>(result.Document!.Journal[^1].Event);
        Assert.Equal("Client pressé.", System.Text.Encoding.UTF8.GetString((await life.Bench.Vault.ReadBytesAsync(wrote.TextKey, CancellationToken.None))!));
    }

    [Fact]
    public async Task Two_technicians_at_one_moment_both_have_their_word()
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(n =>
            Task.Run(() => life.ActAsync(request, new ActWish(ActVerb.Note) { Text = $"Note {n}" }, by: $"Technicien {n}"))));

        Assert.All(results, result => Assert.Null(result.Refusal));
        var wrote = (await life.DocumentAsync(request.Id)).Journal.Select(entry => entry.Event).OfType<RequestEvent.Wrote>().ToList();
        Assert.Equal(4, wrote.Count);
        var words = new List<string>();
        foreach (var one in wrote) words.Add(System.Text.Encoding.UTF8.GetString((await life.Bench.Vault.ReadBytesAsync(one.TextKey, CancellationToken.None))!));
        Assert.Equal(["Note 0", "Note 1", "Note 2", "Note 3"], words.Order(StringComparer.Ordinal));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Of_two_who_complete_it_at_one_moment_one_is_refused_and_the_customer_reads_it_once()
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Software));
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => life.ActAsync(request, ActVerb.Complete))));

        Assert.Single(results, result => result.Refusal is null);
        Assert.All(results.Where(result => result.Refusal is not null), result => Assert.Equal(Refusal.NotAllowedNow, result.Refusal));
        Assert.Equal(["Done to paul@nova.example"], await life.NoticesAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task What_is_told_to_who_asked_leaves_after_the_first_answer_and_waits_while_it_is_held()
    {
        await using var life = new Life(Bench.Live with { AnswersPerSenderPerHour = 0 });
        var row = await life.MailAsync("paul", Software);
        var request = await life.OnlyRequestOfAsync(row);
        await life.ActAsync(request, ActVerb.Start);
        await life.ActAsync(request, ActVerb.Complete);
        var answer = await life.AnswerAsync(row);
        Assert.Equal(OutboxState.Held, answer.State);
        Assert.Empty(await life.MailsToAsync("paul"));

        await life.Bench.Store.CommitAsync(new StoreUnit { Outbox = [answer with { Version = answer.Version + 1, State = OutboxState.Waiting, Reason = null }] }, CancellationToken.None);
        life.Bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await life.MailsToAsync("paul");
        life.Bench.Clock.Advance(TimeSpan.FromMinutes(2));
        var left = (await life.MailsToAsync("paul")).Select(mail => mail.MessageId).ToArray();
        var started = await life.NoticeAsync(NoticeKind.InProgress, "paul");
        var done = await life.NoticeAsync(NoticeKind.Done, "paul");
        Assert.Equal(new[] { answer, started, done }.Select(effect => life.IdOf(effect, Domain.Customers.MailAddress.Parse("paul@nova.example"))), left);
    }

    private static ActWish Whole(ActVerb verb) => new(verb)
    {
        Text = verb is ActVerb.Ask or ActVerb.Decline or ActVerb.Reply or ActVerb.Note ? "Bonjour Paul, une précision." : null,
        OperationId = "incident.software",
        NumberId = CallBackNumbers.Of(Bench.Nova, "paul", Bench.Start)[0].Id,
        At = Friday,
        Reason = DueReason.SupplierLate,
    };
}
