using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Requests;
using static SiOne.Bot.Engine.Tests.Chats.ChatBench;

namespace SiOne.Bot.Engine.Tests.Chats;

/// <summary>Clicks of customers' people: decided like what they write, once, and never on an earlier state.</summary>
public sealed class CustomerDeskTests
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private const string Arrival = "Merci de créer la boîte mail pour Julien Tessier.";

    [Fact]
    public async Task A_draft_by_mail_counts_from_the_click()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, from: "alix@ozon.example"));
        var draft = await bench.RequestOfAsync(await bench.RowAsync(1));
        Assert.Equal(RequestState.Draft, draft.State.State);
        bench.Clock.Advance(TimeSpan.FromHours(3));

        var result = await bench.ClicksAsync(Alix, draft, CustomerVerb.Confirm);

        Assert.Equal(ClickOutcome.Done, result.Outcome);
        Assert.Equal((RequestState.Accepted, bench.Clock.GetUtcNow()), (result.Document!.State.State, result.Document.State.CountsFrom));
        Assert.Empty((await bench.AuditAsync()).Mistakes);
    }

    [Fact]
    public async Task The_administrator_says_yes_by_a_click_and_the_requester_is_told()
    {
        await using var bench = new Bench();
        var waiting = await bench.RequestOfAsync(await bench.SaysAsync(Emile, Arrival, "c|1"));
        var result = await bench.ClicksAsync(Alix, waiting, CustomerVerb.Approve);
        await bench.SendAllAsync();

        Assert.Equal((RequestState.Accepted, "alix"), (result.Document!.State.State, result.Document.State.ApprovedBy));
        Assert.Contains(bench.ChatSender.Shown, shown => shown.Outgoing.Notice is { Kind: Domain.Words.NoticeKind.Approved } && shown.Outgoing.Chat == ChatOf(Emile).Value);
    }

    [Fact]
    public async Task A_no_tells_its_reason()
    {
        await using var bench = new Bench();
        var waiting = await bench.RequestOfAsync(await bench.SaysAsync(Emile, Arrival, "c|1"));
        await bench.ClicksAsync(Alix, waiting, CustomerVerb.Refuse, text: "Julien n'arrive plus chez nous.");
        await bench.SendAllAsync();

        var told = Assert.Single(bench.ChatSender.Shown, shown => shown.Outgoing.Notice is { Kind: Domain.Words.NoticeKind.ApprovalRefused });
        Assert.Equal(("Julien n'arrive plus chez nous.", ChatOf(Emile).Value), (told.Outgoing.Notice!.Said, told.Outgoing.Chat));
    }

    [Fact]
    public async Task Who_asked_cannot_say_yes_and_nobody_unlisted_can()
    {
        await using var bench = new Bench();
        var waiting = await bench.RequestOfAsync(await bench.SaysAsync(Emile, Arrival, "c|1"));

        Assert.Equal(ClickOutcome.NotTheirs, (await bench.ClicksAsync(Emile, waiting, CustomerVerb.Approve, "a")).Outcome);
        Assert.Equal(ClickOutcome.NotTheirs, (await bench.ClicksAsync(Unlisted, waiting, CustomerVerb.Approve, "b")).Outcome);
        Assert.Equal(ClickOutcome.NotTheirs, (await bench.ClicksAsync(Unlisted, waiting, CustomerVerb.Withdraw, "c")).Outcome);
        Assert.Equal(waiting.Version, (await bench.Store.FindRequestAsync(waiting.Id, CancellationToken.None))!.Version);
    }

    [Fact]
    public async Task Another_companys_person_learns_nothing_and_changes_nothing()
    {
        await using var bench = new Bench();
        var waiting = await bench.RequestOfAsync(await bench.SaysAsync(Emile, Arrival, "c|1"));
        var result = await bench.ClicksAsync(Alix, waiting, CustomerVerb.Approve, tenant: Guid.NewGuid());

        Assert.Equal((ClickOutcome.NoSuchRequest, null), (result.Outcome, result.Document));
        Assert.Equal(waiting.Version, (await bench.Store.FindRequestAsync(waiting.Id, CancellationToken.None))!.Version);
    }

    [Fact]
    public async Task A_card_of_an_earlier_state_changes_nothing_and_gives_the_request_as_it_stands()
    {
        await using var bench = new Bench();
        var shown = await bench.RequestOfAsync(await bench.SaysAsync(Emile, Broken, "c|1"));
        await bench.Desk.DoAsync(shown.State.Reference, "t1", new ActWish(ActVerb.Start), CancellationToken.None);

        var result = await bench.ClicksAsync(Emile, shown, CustomerVerb.Withdraw);

        Assert.Equal((ClickOutcome.OutOfDate, RequestState.InProgress), (result.Outcome, result.Document!.State.State));
    }

    [Fact]
    public async Task Two_hundred_clicks_at_once_make_one_change()
    {
        await using var bench = new Bench();
        var waiting = await bench.RequestOfAsync(await bench.SaysAsync(Emile, Arrival, "c|1"));
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => bench.ClicksAsync(Alix, waiting, CustomerVerb.Approve, $"click {i % 20}"))));

        Assert.Single(results, result => result.Outcome is ClickOutcome.Done);
        Assert.All(results, result => Assert.NotEqual(ClickOutcome.NotTheirs, result.Outcome));
        var after = (await bench.Store.FindRequestAsync(waiting.Id, CancellationToken.None))!;
        Assert.Single(after.Journal, line => line.Event is RequestEvent.Approved);
    }

    [Fact]
    public async Task The_same_click_again_is_the_same_click()
    {
        await using var bench = new Bench();
        var shown = await bench.RequestOfAsync(await bench.SaysAsync(Emile, Broken, "c|1"));
        await bench.ClicksAsync(Emile, shown, CustomerVerb.Withdraw);

        Assert.Equal(ClickOutcome.AlreadyDone, (await bench.ClicksAsync(Emile, shown, CustomerVerb.Withdraw)).Outcome);
    }

    [Fact]
    public async Task Details_from_a_form_complete_the_request()
    {
        await using var bench = new Bench();
        var asked = await bench.RequestOfAsync(await bench.SaysAsync(Alix, "Bonjour, merci de créer une adresse mail pour notre nouvelle collègue.", "c|1"));
        Assert.Equal(RequestState.WaitingForDetails, asked.State.State);

        var result = await bench.ClicksAsync(
            Alix, asked, CustomerVerb.GiveDetails, details: new GivenDetails { Person = "Lise Ambroisine", Date = new DateOnly(2026, 12, 7) });

        Assert.Equal((ClickOutcome.Done, RequestState.Accepted), (result.Outcome, result.Document!.State.State));
        Assert.Equal(new DateOnly(2026, 12, 7), result.Document.State.EffectiveOn);
        Assert.Equal("Lise Ambroisine", (await RequestDetails.ReadAsync(bench.Vault, asked.Id, CancellationToken.None))!.Person);
    }

    [Fact]
    public async Task An_account_without_a_name_is_kept_and_the_request_waits_for_the_name()
    {
        await using var bench = new Bench();
        var account = Guid.NewGuid().ToString("D");
        var asked = await bench.RequestOfAsync(await bench.SaysAsync(Alix, "Bonjour, merci de créer une adresse mail pour notre nouvelle collègue.", "c|1"));

        var first = await bench.ClicksAsync(Alix, asked, CustomerVerb.GiveDetails, "one", details: new GivenDetails { Account = account });
        Assert.Equal((ClickOutcome.StillOwed, RequestState.WaitingForDetails), (first.Outcome, first.Document!.State.State));
        Assert.NotNull(first.Document.State.UnreadSince);
        var second = await bench.ClicksAsync(Alix, first.Document, CustomerVerb.GiveDetails, "two", details: new GivenDetails { Person = "Lise Ambroisine" });

        Assert.Equal((ClickOutcome.Done, RequestState.Accepted), (second.Outcome, second.Document!.State.State));
        var details = (await RequestDetails.ReadAsync(bench.Vault, asked.Id, CancellationToken.None))!;
        Assert.Equal(("Lise Ambroisine", account), (details.Person, details.Fields[FieldNames.Account]));
    }

    [Fact]
    public async Task An_empty_form_changes_nothing_and_words_that_do_not_suffice_are_kept()
    {
        await using var bench = new Bench();
        var asked = await bench.RequestOfAsync(await bench.SaysAsync(Alix, "Bonjour, merci de créer une adresse mail pour notre nouvelle collègue.", "c|1"));

        var empty = await bench.ClicksAsync(Alix, asked, CustomerVerb.GiveDetails, "one", details: new GivenDetails());
        Assert.Equal((ClickOutcome.NothingGiven, asked.Version), (empty.Outcome, (await bench.Store.FindRequestAsync(asked.Id, CancellationToken.None))!.Version));

        var vague = await bench.ClicksAsync(Alix, asked, CustomerVerb.GiveDetails, "two", text: "elle arrive bientôt", details: new GivenDetails());
        Assert.Equal(ClickOutcome.StillOwed, vague.Outcome);
        Assert.Equal("elle arrive bientôt", (await KeptText.ReadAsync(bench.Vault, IntakeKeys.OfClick("two"), CancellationToken.None))!.Text);
        Assert.Equal(ClickOutcome.NotTheirs, (await bench.ClicksAsync(Emile, vague.Document!, CustomerVerb.GiveDetails, "three", details: new GivenDetails { Account = "x" })).Outcome);
    }

    [Fact]
    public async Task What_is_told_on_a_card_is_read_by_a_person_and_a_secret_in_it_by_nobody()
    {
        await using var bench = new Bench();
        var shown = await bench.RequestOfAsync(await bench.SaysAsync(Emile, Broken, "c|1"));
        var result = await bench.ClicksAsync(Emile, shown, CustomerVerb.Tell, text: "Ce n'est pas ça. Mot de passe : Tr0ub4dor&3");

        Assert.NotNull(result.Document!.State.UnreadSince);
        var kept = await KeptText.ReadAsync(bench.Vault, IntakeKeys.OfClick("click"), CancellationToken.None);
        Assert.DoesNotContain("Tr0ub4dor", kept!.Text, StringComparison.Ordinal);
        Assert.Equal(1, kept.MaskedSecrets);
    }
}
