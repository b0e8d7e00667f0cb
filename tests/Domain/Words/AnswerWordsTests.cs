using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class AnswerWordsTests
{
    /// <summary>A space that breaks, the wrong one or none before French punctuation and inside guillemets.</summary>
    private static readonly Regex WrongSpace = Of(@" [:;!?»]|« |[\w.][;!?»]|[\w.]:|«[\w]|\u00A0[;!?»]|\u202F:");

    private static readonly Regex BareCapital = Of(@"\b(A (savoir|confirmer|traiter)|Etat|Equipe|Element)");

    private static readonly Regex FrenchSpace = Of(@"\s[:;!?]");

    private static readonly DateTimeOffset Received = new(2026, 11, 24, 13, 10, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset In48Hours = Received.AddHours(48);

    [Fact]
    public void A_commitment_cites_the_article_that_promises_the_time()
    {
        // Art. 16 speaks of passwords, but the 48 hours are in Art. 14.
        var promise = Say(Request(LicenceOperations.Password) with { PromisedUnder = new Article("14") }).Promise!;
        Assert.Equal("Au plus tard le jeudi 26 novembre 2026 à 14 h 10", Plain(promise.Line));
        Assert.Equal("Conformément à l’article 14 de votre contrat.", Assert.Single(promise.Notes));
    }

    [Theory]
    [InlineData("11")]
    [InlineData("14")]
    public void A_mailbox_is_promised_under_the_service_subscribed(string article) =>
        Assert.Equal(
            $"Conformément à l’article {article} de votre contrat.",
            Assert.Single(Say(Request(MailboxOperations.Create) with { PromisedUnder = new Article(article) }).Promise!.Notes));

    [Fact]
    public void A_commitment_under_no_subscribed_part_names_no_article() =>
        Assert.All(AllOperations.List.Where(operation => operation.Promise is Promise.Commitment), operation =>
        {
            var promise = Say(Request(operation)).Promise!;
            Assert.Equal("Notre engagement", promise.Label);
            Assert.Empty(promise.Notes);
        });

    [Fact]
    public void A_target_is_never_called_a_commitment() =>
        Assert.All(AllOperations.List.Where(operation => operation.Promise is Promise.Target), operation =>
        {
            var promise = Say(Request(operation)).Promise!;
            Assert.Equal("Notre objectif", promise.Label);
            Assert.DoesNotContain("plus tard", promise.Line, StringComparison.Ordinal);
            Assert.DoesNotContain(promise.Notes, note => note.Contains("Conformément", StringComparison.Ordinal));
        });

    [Fact]
    public void No_date_is_told_unless_the_request_is_accepted() =>
        Assert.All(
            Enum.GetValues<Verdict>().Where(verdict => verdict is not Verdict.Accepted and not Verdict.UnknownSender),
            verdict => Assert.Null(Say(Request(LicenceOperations.Assign) with { Verdict = verdict }).Promise));

    [Fact]
    public void A_departure_says_that_nothing_is_applied_before_its_day()
    {
        var midnight = ParisTime.StartOf(new(2026, 12, 1));
        var promise = Say(Request(LicenceOperations.Departure) with
        {
            EffectiveOn = new(2026, 11, 30),
            Due = new Due(midnight, In48Hours, In48Hours, ParisTime.StartOf(new(2026, 11, 30))),
        }).Promise!;
        Assert.Equal("Au plus tard le lundi 30 novembre 2026 à minuit", Plain(promise.Line));
        Assert.Contains("Rien ne sera appliqué avant le lundi 30 novembre 2026.", promise.Notes.Select(Plain));
    }

    [Fact]
    public void Counting_over_service_days_is_said_to_be_our_own_and_cites_nothing()
    {
        var note = Say(Request(LicenceOperations.Assign) with { Due = new(In48Hours.AddDays(2), In48Hours.AddDays(2), In48Hours) }).Promise!.Notes[0];
        Assert.StartsWith("Nous comptons", note, StringComparison.Ordinal);
        // Weekends may be days of service: only what holds for every customer is said.
        Assert.DoesNotContain("week-end", note, StringComparison.Ordinal);
        Assert.DoesNotContain("rticle", note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suspension_shows_no_reason_and_no_article()
    {
        var answer = new Answer { Requests = [Found(IncidentOperations.Hardware, Verdict.Suspended, "4", "Factures impayées.")] }.Say();
        Assert.Empty(answer.Requests[0].Reasons);
        Assert.DoesNotContain(Sentences(answer), sentence => sentence.Contains("rticle", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mail-required", "Répondez à ce message")]
    [InlineData("application-required", "Confirmez votre demande dans l’application")]
    [InlineData("another-code", "Confirmez-nous votre demande par écrit")]
    public void A_draft_gives_the_one_step_of_its_channel(string code, string step)
    {
        var steps = Told.Say(Told.Request(LicenceOperations.Assign, Verdict.Draft, Told.Finding(code, Verdict.Draft, "Une phrase."))).Steps;
        Assert.StartsWith(step, steps[0], StringComparison.Ordinal);
        Assert.StartsWith("Le délai de 48\u00A0h commence", steps[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Waiting_for_an_administrator_is_the_companys_rule_and_no_article()
    {
        var request = Say(Found(LicenceOperations.Assign, Verdict.AwaitApproval, "14", "Une phrase."));
        Assert.Null(Assert.Single(request.Reasons).Citation);
        Assert.Equal("Nous demandons l’accord de votre administrateur ou de votre direction.", request.Steps[0]);
    }

    [Fact]
    public void Waiting_for_direction_cites_article_14_for_teams_and_lists() =>
        Assert.All([LicenceOperations.Teams, MailboxOperations.List], operation =>
        {
            var request = Say(Found(operation, Verdict.AwaitApproval, "14", "Une phrase."));
            Assert.Equal("Voir l’article 14.", Assert.Single(request.Reasons).Citation);
            Assert.Equal("Nous demandons l’accord de votre direction.", request.Steps[0]);
        });

    [Fact]
    public void An_article_that_the_finding_cites_itself_is_not_cited_twice() =>
        Assert.Null(Say(Found(LicenceOperations.Assign, Verdict.Quote, "1", "Selon l'article 1, non.")).Reasons[0].Citation);

    [Fact]
    public void The_finding_that_decided_comes_first()
    {
        var request = Request(LicenceOperations.Assign) with
        {
            Verdict = Verdict.Draft,
            Due = null,
            Findings = [Finding(null, "13", "Info."), Finding(Verdict.AwaitApproval, "14", "Accord."), Finding(Verdict.Draft, "9", "Canal.")],
        };
        Assert.Equal(["Canal.", "Accord."], Say(request).Reasons.Select(reason => reason.Text));
        Assert.Equal(["Info."], Say(request).Notes.Select(reason => reason.Text));
    }

    [Fact]
    public void An_unproven_sender_reads_reference_category_and_date_alone() => Assert.All(Every(), request =>
    {
        var operation = AllOperations.Get(request.OperationId);
        var answer = new Answer { Requests = [request with { DetailsWithheld = true, EffectiveOn = new(2027, 2, 3) }] }.Say();
        Assert.All(Sentences(answer), sentence =>
        {
            Assert.DoesNotContain(operation.Name.Fr, sentence, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("rticle", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("février", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("Une raison.", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("suspendu", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("pris fin", sentence, StringComparison.Ordinal);
        });
    });

    [Fact]
    public void The_neutral_answer_is_the_same_whoever_wrote()
    {
        var neutral = new Answer().Say();
        var known = new Answer { Greeting = "Claire Aubinet", Requests = [Request(MailboxOperations.Create) with { Verdict = Verdict.UnknownSender }] }.Say();
        Assert.Empty(known.Requests);
        Assert.Equal(Sentences(neutral), Sentences(known));
        Assert.DoesNotContain(Sentences(neutral), sentence => sentence.Contains("client", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void What_was_not_understood_is_not_claimed()
    {
        var answer = new Answer { Requests = [Request(LicenceOperations.Assign) with { Abstained = true }] }.Say();
        Assert.DoesNotContain(Sentences(answer), sentence => sentence.Contains("licence", StringComparison.Ordinal));
        Assert.Null(answer.Requests[0].Promise);
        Assert.Null(answer.Closing);
    }

    [Fact]
    public void A_follow_up_keeps_the_commitment() =>
        Assert.Equal(
            "Notre engagement, inchangé",
            new Answer { FollowUp = true, Requests = [Request(LicenceOperations.Assign)] }.Say().Requests[0].Promise!.Label);

    [Fact]
    public void A_follow_up_that_changed_something_is_not_said_to_change_nothing()
    {
        var answer = new Answer { FollowUp = true, Changed = true, Requests = [Request(LicenceOperations.Assign)] };
        Assert.Equal("Nous avons bien reçu votre message : il est pris en compte.", Plain(answer.Say().Opening));
        Assert.Equal("Notre engagement", answer.Say().Requests[0].Promise!.Label);
        Assert.StartsWith("[SI-7K3M-9QXA] Votre message est pris en compte", answer.Say().Subject, StringComparison.Ordinal);
        Assert.EndsWith("Rien d’autre ne change.", (answer with { Changed = false }).Say().Opening, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_clock_that_stands_still_is_said_to()
    {
        var request = Found(MailboxOperations.Close, Verdict.AwaitDetails, "13", "Laquelle ?");
        Assert.Contains(Say(request).Steps, step => step.StartsWith("Nous ne comptons pas de délai", StringComparison.Ordinal));
        Assert.DoesNotContain(Say(request with { Paused = false }).Steps, step => step.Contains("comptons", StringComparison.Ordinal));
    }

    [Fact]
    public void Whom_a_request_is_about_stands_first_and_is_no_link()
    {
        var request = Request(LicenceOperations.Assign) with { About = "julien@atelier-rive.example\r\nBcc: x" };
        Assert.Equal(
            "Pour : julien@\u2060atelier-rive.\u2060example Bcc: x", Plain(Say(request).Facts[0]));
        Assert.Equal("For: Julien Tessier", new Answer { Language = Language.English, Requests = [request with { About = "Julien Tessier" }] }.Say().Requests[0].Facts[0]);
        Assert.Equal("Pour : ".Length + 121, Say(request with { About = new string('a', 500) }).Facts[0].Length);
    }

    [Fact]
    public void Whom_it_is_about_is_withheld_with_the_details_and_where_nothing_was_understood() => Assert.All(
        [Request(LicenceOperations.Assign) with { DetailsWithheld = true }, Request(LicenceOperations.Assign) with { Abstained = true }],
        request => Assert.DoesNotContain(
            Sentences(new Answer { Requests = [request with { About = "Julien" }] }.Say()), sentence => sentence.Contains("Julien", StringComparison.Ordinal)));

    [Fact]
    public void A_follow_up_is_not_asked_again_for_what_it_may_have_brought()
    {
        var answer = new Answer { FollowUp = true, Requests = [Found(MailboxOperations.Close, Verdict.AwaitDetails, "13", "Laquelle ?")] }.Say();
        Assert.StartsWith("Un technicien lit", Assert.Single(answer.Requests[0].Steps), StringComparison.Ordinal);
    }

    [Fact]
    public void An_emergency_says_that_technicians_are_alerted() =>
        Assert.All(
            AllOperations.List.Where(operation => operation.Emergency),
            operation => Assert.StartsWith("Nos techniciens sont alertés", Say(Request(operation)).Steps[0], StringComparison.Ordinal));

    [Fact]
    public void Every_sentence_is_set_in_good_typography() => Assert.All(Answers(), answer =>
    {
        foreach (var sentence in Sentences(answer))
        {
            Assert.DoesNotContain('\'', sentence);
            Assert.DoesNotContain('"', sentence);
            if (answer.Language is Language.French)
            {
                Assert.False(WrongSpace.IsMatch(sentence), sentence);
                Assert.False(BareCapital.IsMatch(sentence), sentence);
            }
            else
            {
                Assert.False(FrenchSpace.IsMatch(sentence), sentence);
            }
        }
    });

    [Fact]
    public void Every_request_says_what_happens_next() =>
        Assert.All(Answers().SelectMany(answer => answer.Requests), request => Assert.NotEmpty(request.Steps));

    private static Regex Of(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Every operation under every verdict, sure and unsure, told and withheld, new and followed up, in both languages.</summary>
    private static IEnumerable<WordedAnswer> Answers() =>
        from request in Every()
        from language in Enum.GetValues<Language>()
        from flags in Enumerable.Range(0, 8)
        select new Answer
        {
            Language = language,
            SecretReceived = true,
            FollowUp = (flags & 1) != 0,
            Requests = [request with { Abstained = (flags & 2) != 0, DetailsWithheld = (flags & 4) != 0 }],
        }.Say();

    private static IEnumerable<AnsweredRequest> Every() =>
        from operation in AllOperations.List
        from verdict in Enum.GetValues<Verdict>()
        select Request(operation) with
        {
            Verdict = verdict,
            EffectiveOn = new(2026, 11, 30),
            Findings = [new("some-code", new("9"), verdict, new("Une raison.", "A reason."))],
        };

    private static IEnumerable<string> Sentences(WordedAnswer answer) => Told.Sentences(answer);

    private static WordedRequest Say(AnsweredRequest request) => new Answer { Requests = [request] }.Say().Requests[0];

    private static AnsweredRequest Found(Operation operation, Verdict verdict, string article, string text) =>
        Request(operation) with { Verdict = verdict, Due = null, Findings = [Finding(verdict, article, text)] };

    private static Finding Finding(Verdict? leadsTo, string article, string text) => new("some-code", new Article(article), leadsTo, new Label(text, text));

    private static AnsweredRequest Request(Operation operation) => new()
    {
        Reference = new("SI-7K3M-9QXA"),
        OperationId = operation.Id,
        ReceivedAt = Received,
        Verdict = Verdict.Accepted,
        Promise = operation.Promise,
        Due = new Due(In48Hours, In48Hours, In48Hours),
    };

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
