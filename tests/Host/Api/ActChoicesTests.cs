using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;
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
        var offered = Enum.GetValues<RequestState>().Select(In).Concat(Protecting).SelectMany(state => Offered(state).Distinct(StringComparer.Ordinal));
        Assert.Equal(Enum.GetNames<ActVerb>().Order(StringComparer.Ordinal), offered.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var state in Protecting) Assert.Distinct(Offered(state), StringComparer.Ordinal);
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
        foreach (var state in Enum.GetValues<RequestState>().SelectMany(state => new[] { In(state), In(state) with { TakenBy = "Hugo" } }).Concat(Protecting))
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

    [Fact]
    public void What_a_person_has_not_decided_yet_comes_first_and_what_is_decided_is_offered_no_more()
    {
        Assert.Equal("StartBreach DismissBreach NoteNotice", About(Breached(BreachStage.Proposed)));
        Assert.Equal("SendNotice DraftNotice NoteNotice StartBreach DismissBreach", About(Breached(BreachStage.Running)));
        Assert.Equal("StartBreach", About(Breached(BreachStage.Dismissed)));
        Assert.Equal("StartBreach", About(Breached(BreachStage.Notified)));
        Assert.Equal("MarkController MarkProcessor StartBreach", About(Exercised(new RightsPath())));
        Assert.Equal("PassOn StartBreach MarkController", About(Exercised(new RightsPath { Role = DataRole.Processor })));
        Assert.Equal("StartBreach MarkProcessor", About(Exercised(new RightsPath { Role = DataRole.Controller })));
        Assert.Equal("StartBreach", About(Exercised(new RightsPath { Role = DataRole.Processor, PassedOnAt = Now })));

        static string About(Request state) => string.Join(' ', Offered(state).Where(verb => Verbs.Contains(verb)));
    }

    [Fact]
    public void A_notice_is_begun_for_the_technician_and_not_offered_where_nobody_could_read_it()
    {
        var draft = new ProtectionDraft("La notification.", "La demande.", MayNotify: true);
        var acts = ActChoices.For(Breached(BreachStage.Running), mayBeApproved: true, mayBeCalled: true, Language.French, draft).ToDictionary(act => act.Verb, StringComparer.Ordinal);
        Assert.Equal(("La notification.", "La notification.", null), (acts["SendNotice"].Value, acts["DraftNotice"].Value, acts["NoteNotice"].Value));
        Assert.True(acts["StartBreach"].AtOptional);
        var passed = ActChoices.For(Exercised(new RightsPath { Role = DataRole.Processor }), mayBeApproved: true, mayBeCalled: true, Language.French, draft);
        Assert.Equal("La demande.", passed.Single(act => act.Verb == "PassOn").Value);
        Assert.DoesNotContain("SendNotice", ActChoices.For(Breached(BreachStage.Running), mayBeApproved: true, mayBeCalled: true, Language.French, draft with { MayNotify = false }).Select(act => act.Verb));
    }

    [Fact]
    public void What_is_shown_of_breaches_and_rights_is_worded_in_both_languages() => Assert.All(Protecting, state =>
    {
        var (french, english) = (ProtectionView.Facts(state, kind: null, "Hugo", Language.French).ToArray(), ProtectionView.Facts(state, kind: null, "Hugo", Language.English).ToArray());
        Assert.NotEmpty(french);
        Assert.Equal(french.Select(fact => fact.Id), english.Select(fact => fact.Id));
        foreach (var (fr, en) in french.Zip(english))
        {
            Bilingual.Check(fr.Name, en.Name);
            if (fr.Id != "breach-by") Bilingual.Check(fr.Text, en.Text);
        }
    });

    private static readonly string[] Verbs = ["StartBreach", "DismissBreach", "DraftNotice", "SendNotice", "NoteNotice", "MarkController", "MarkProcessor", "PassOn"];

    private static Request[] Protecting =>
    [
        .. Enum.GetValues<BreachStage>().Select(Breached), Exercised(new RightsPath()), .. Enum.GetValues<DataRole>().Select(role => Exercised(new RightsPath { Role = role })),
        Exercised(new RightsPath { Role = DataRole.Processor, PassedOnAt = Now }),
    ];

    private static Request Breached(BreachStage stage) => In(RequestState.Accepted) with { Breach = new BreachTimer(stage, Now) { NotifiedAt = stage is BreachStage.Notified ? Now : null } };

    private static Request Exercised(RightsPath path) => In(RequestState.Accepted) with { OperationId = OtherOperations.DataRights.Id, Rights = path };

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
