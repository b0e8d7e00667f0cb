using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Tests.Words;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Host.Api;

namespace SiOne.Bot.Host.Tests.Api;

public sealed class ActChoicesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_verb_of_the_desk_is_offered_in_some_state_and_none_twice()
    {
        var offered = Enum.GetValues<RequestState>().SelectMany(state => Offered(In(state)).Distinct(StringComparer.Ordinal));
        Assert.Equal(Enum.GetNames<ActVerb>().Order(StringComparer.Ordinal), offered.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var state in Enum.GetValues<RequestState>()) Assert.Distinct(Offered(In(state)), StringComparer.Ordinal);
    }

    [Fact]
    public void What_needs_a_word_or_a_person_asks_for_it()
    {
        var acts = Enum.GetValues<RequestState>().SelectMany(state => ActChoices.For(In(state), mayBeApproved: true, mayBeCalled: true, Language.French)).ToLookup(act => act.Verb);
        foreach (var verb in (ActVerb[])[ActVerb.Ask, ActVerb.Decline, ActVerb.Reply, ActVerb.Note]) Assert.All(acts[verb.ToString()], act => Assert.NotNull(act.Text));
        foreach (var verb in (ActVerb[])[ActVerb.Approve, ActVerb.RefuseApproval]) Assert.All(acts[verb.ToString()], act => Assert.True(act.Person));
        Assert.All(acts[nameof(ActVerb.Correct)], act => Assert.True(act.Operation));
        Assert.All(acts[nameof(ActVerb.PlanVisit)], act => Assert.NotNull(act.At));
        Assert.All(acts[nameof(ActVerb.MoveDue)], act => Assert.True(act is { At: not null, Reason: true }));
    }

    [Fact]
    public void What_the_desk_is_sure_to_refuse_is_not_offered()
    {
        Assert.DoesNotContain(
            nameof(ActVerb.ProveIdentity), ActChoices.For(In(RequestState.WaitingForTechnician), mayBeApproved: true, mayBeCalled: false, Language.French).Select(act => act.Verb));
        Assert.DoesNotContain(nameof(ActVerb.Approve), ActChoices.For(In(RequestState.WaitingForApproval), mayBeApproved: false, mayBeCalled: true, Language.French).Select(act => act.Verb));
        Assert.DoesNotContain(nameof(ActVerb.MoveDue), Offered(In(RequestState.Accepted) with { Due = null }));
        Assert.DoesNotContain(nameof(ActVerb.MoveDue), Offered(In(RequestState.Accepted) with { Pauses = [new Pause(Now, To: null)] }));
    }

    [Fact]
    public void Every_act_is_worded_in_both_languages()
    {
        foreach (var state in Enum.GetValues<RequestState>().SelectMany(state => new[] { In(state), In(state) with { TakenBy = "Hugo" } }))
        {
            var (french, english) = (ActChoices.For(state, mayBeApproved: true, mayBeCalled: true, Language.French), ActChoices.For(state, mayBeApproved: true, mayBeCalled: true, Language.English));
            Assert.Equal(french.Select(act => act.Verb), english.Select(act => act.Verb));
            foreach (var (fr, en) in french.Zip(english))
            {
                Bilingual.Check(fr.Name, en.Name);
                Bilingual.Check(fr.Hint, en.Hint);
                if (fr.Text is { } text) Bilingual.Check(text, en.Text!);
                if (fr.At is { } at) Bilingual.Check(at, en.At!);
                Assert.Equal((fr.Person, fr.Operation, fr.Reason, fr.First), (en.Person, en.Operation, en.Reason, en.First));
            }
        }
    }

    [Fact]
    public void Every_fact_is_worded_in_both_languages()
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in Enum.GetValues<RequestState>().SelectMany(Varied))
        {
            var (french, english) = (RequestFacts.Of(state, customer: null, new LifeTimes(), ReadingFlags.Divergent | ReadingFlags.Encrypted, Language.French), RequestFacts.Of(state, customer: null, new LifeTimes(), ReadingFlags.Divergent | ReadingFlags.Encrypted, Language.English));
            Assert.Equal(french.Select(fact => fact.Id), english.Select(fact => fact.Id));
            foreach (var (fr, en) in french.Zip(english))
            {
                named.Add(fr.Id);
                Bilingual.Check(fr.Name, en.Name);
                if (fr.Id != "taken" || state.TakenBy is null) Bilingual.Check(fr.Text, en.Text);
            }
        }

        string[] all = ["waits", "since", "taken", "closes", "reminders", "rests", "unread", "visit", "pause", "shadow", "earliest", "not-before", "readings", "divergent", "encrypted"];
        Assert.Equal(all.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Request> Varied(RequestState state)
    {
        var request = In(state) with { Since = Now, DoneAt = Now, Verdict = Domain.Contract.Verdict.Accepted };
        yield return request;
        yield return request with { TakenBy = "Hugo", Reminders = 2, RemindedAt = Now, VisitAt = Now };
        yield return request with { UnreadSince = Now };
        yield return request with { Pauses = [new Pause(Now, To: null)] };
        yield return request with { Due = new Due(Now.AddDays(2), Now.AddDays(2), Now.AddDays(1)) { NotBefore = Now }, Promise = Domain.Catalogue.Promise.Commitment };
    }

    private static IReadOnlyList<string> Offered(Request state) => [.. ActChoices.For(state, mayBeApproved: true, mayBeCalled: true, Language.French).Select(act => act.Verb)];

    private static Request In(RequestState state) => new()
    {
        Reference = RequestReference.FindIn("SI-1234-5678")!.Value,
        Conversation = new ConversationId("c1"),
        Intake = new IntakeKey("f.1"),
        CustomerId = "demo",
        Channel = Channel.Mail,
        ReceivedAt = Now,
        OperationId = MailboxOperations.Create.Id,
        State = state,
        Due = new Due(Now, Now, Now),
    };
}
