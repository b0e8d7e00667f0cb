using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class NoticeWordsTests
{
    private static readonly DateTimeOffset Later = new(2026, 12, 1, 8, 30, 0, TimeSpan.Zero);

    private static readonly Regex WrongSpace = new(
        @" [:;!?»]|« |[\w.][;!?»]|[\w.]:|«[\w]|\u00A0[;!?»]|\u202F:", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    [Fact]
    public void Every_notice_names_its_request_and_says_what_comes_next() => Assert.All(Every(), notice =>
    {
        var said = notice.Say();
        Assert.StartsWith("[SI-7K3M-9QXA] ", said.Subject, StringComparison.Ordinal);
        Assert.NotEmpty(said.Opening);
        Assert.Equal(notice.Requests.Length, said.Requests.Length);
        Assert.All(said.Requests, request => Assert.NotEmpty(request.Steps));
        Assert.DoesNotContain(Told.Sentences(said), sentence => sentence.Contains("{who}", StringComparison.Ordinal));
    });

    [Fact]
    public void Every_notice_is_set_in_good_typography() => Assert.All(Every(), notice =>
    {
        foreach (var sentence in Told.Sentences(notice.Say()))
        {
            Assert.DoesNotContain('\'', sentence);
            if (notice.Language is Language.French) Assert.False(WrongSpace.IsMatch(sentence), sentence);
            else Assert.DoesNotMatch(@"\s[:;!?]", sentence);
        }
    });

    [Fact]
    public void No_notice_says_that_anything_is_included_or_tells_the_technicians_findings() => Assert.All(Every(), notice =>
        Assert.All(Told.Sentences(notice.Say()), sentence =>
        {
            Assert.DoesNotContain("inclus", sentence, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("included", sentence, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("rare", sentence, StringComparison.Ordinal);
        }));

    [Fact]
    public void A_withheld_request_is_named_by_its_category() => Assert.All(Every(), notice =>
    {
        var request = notice.Requests[0] with { DetailsWithheld = true };
        var said = (notice with { Requests = [request], Language = Language.French }).Say();
        var name = AllOperations.Get(request.OperationId).Name.Fr;
        Assert.All(Told.Sentences(said), sentence => Assert.DoesNotContain(name, sentence, StringComparison.OrdinalIgnoreCase));
        Assert.All(said.Requests, block => Assert.Empty(block.Reasons.Concat(block.Notes)));
    });

    [Fact]
    public void An_administrator_reads_how_to_say_yes_and_no_and_what_concerns_them()
    {
        var request = Told.Request(
            LicenceOperations.Sharepoint, Verdict.AwaitApproval,
            Told.Finding("administrator-required", Verdict.AwaitApproval, "Pour la personne qui demande."),
            Told.Finding("licence-growth", null, "Pour l’administrateur.") with { Audience = Audience.Administrators },
            Told.Finding("may-be-billed", null, "Pour le technicien.") with { Audience = Audience.Technicians });
        var said = new Notice { Kind = NoticeKind.ApprovalNeeded, AskedBy = "Élise d'Orval", Requests = [request] }.Say();
        Assert.StartsWith("Élise d'Orval nous a adressé une demande.", said.Opening, StringComparison.Ordinal);
        var block = said.Requests[0];
        Assert.Equal(["Pour l’administrateur."], block.Notes.Select(note => note.Text));
        Assert.Empty(block.Reasons);
        Assert.Contains(block.Steps, step => step.Contains("«\u202Fd’accord\u202F»", StringComparison.Ordinal) && step.Contains("SI-7K3M-9QXA", StringComparison.Ordinal));
        Assert.Contains(block.Steps, step => step.Contains("«\u202Fje refuse\u202F»", StringComparison.Ordinal));
        Assert.Contains("Rien n’est fait avant votre réponse.", block.Steps);
    }

    [Fact]
    public void Whoever_is_not_listed_is_a_colleague_and_their_address_is_a_fact_only_when_proven()
    {
        var notice = new Notice
        {
            Kind = NoticeKind.ApprovalNeeded,
            AskedByAddress = "accueil@atelier-rive.example",
            Requests = [Told.Request(LicenceOperations.Assign, Verdict.AwaitApproval)],
        };
        Assert.StartsWith("Un collègue de votre entreprise nous a adressé", notice.Say().Opening, StringComparison.Ordinal);
        Assert.StartsWith("A colleague of yours has sent us", (notice with { Language = Language.English }).Say().Opening, StringComparison.Ordinal);
        Assert.Equal("Adresse de l’expéditeur : accueil@\u2060atelier-rive.\u2060example", Told.Plain(notice.Say().Requests[0].Facts[^1]));
        Assert.DoesNotContain(
            Told.Sentences((notice with { SenderUnproven = true }).Say()), sentence => sentence.Contains("accueil", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(NoticeKind.ApprovalNeeded)]
    [InlineData(NoticeKind.Reminder)]
    public void Who_is_to_say_yes_is_warned_of_an_unproven_sender(NoticeKind kind)
    {
        var notice = new Notice
        {
            Kind = kind,
            AskedBy = "Élise d'Orval",
            ReaderIsAdministrator = true,
            SenderUnproven = true,
            Requests = [Told.Request(LicenceOperations.Assign, Verdict.AwaitApproval)],
        };
        Assert.StartsWith("L’identité de l’expéditeur n’est pas encore vérifiée", notice.Say().Requests[0].Steps[0], StringComparison.Ordinal);
        if (kind is NoticeKind.ApprovalNeeded) Assert.StartsWith("Élise d'Orval nous aurait adressé", notice.Say().Opening, StringComparison.Ordinal);
        Assert.DoesNotContain(
            (notice with { SenderUnproven = false }).Say().Requests[0].Steps, step => step.Contains("vérifiée", StringComparison.Ordinal));
    }

    [Fact]
    public void A_call_says_of_each_request_what_follows_from_it()
    {
        var said = new Notice
        {
            Kind = NoticeKind.CallWrittenDown,
            Requests =
            [
                Told.Request(IncidentOperations.Print),
                Told.Request(LicenceOperations.Assign, Verdict.Draft, Told.Finding("mail-required", Verdict.Draft, "Par mail.")),
                Told.Request(LicenceOperations.Assign, Verdict.Draft, Told.Finding("application-required", Verdict.Draft, "Dans l’application.")),
            ],
        }.Say();
        Assert.Equal("Vous nous avez appelés : voici ce que nous avons noté.", Told.Plain(said.Opening));
        Assert.Equal<string>(["Enregistrée", "À confirmer", "À confirmer"], said.Requests.Select(request => request.Status));
        Assert.Equal("Notre objectif", said.Requests[0].Promise!.Label);
        Assert.DoesNotContain(said.Requests[0].Steps, step => step.Contains("onfirme", StringComparison.Ordinal));
        Assert.Contains("je confirme", said.Requests[1].Steps[0], StringComparison.Ordinal);
        Assert.Contains("dans l’application", said.Requests[2].Steps[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_suspension_tells_no_reason_and_an_unproven_reader_nothing_of_it()
    {
        var request = Told.Request(
            LicenceOperations.Assign, Verdict.Suspended, Told.Finding("contract-suspended", Verdict.Suspended, "Factures impayées.", "4"));
        var notice = new Notice { Kind = NoticeKind.Suspended, ReaderIsAdministrator = true, Requests = [request] };
        Assert.StartsWith("Le service est actuellement suspendu", notice.Say().Opening, StringComparison.Ordinal);
        Assert.DoesNotContain(Told.Sentences(notice.Say()), sentence => sentence.Contains("mpayé", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Told.Sentences((notice with { Requests = [request with { DetailsWithheld = true }] }).Say()),
            sentence => sentence.Contains("suspen", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_person_concerned_is_told_that_what_was_asked_for_them_is_done()
    {
        var notice = new Notice { Kind = NoticeKind.Done, AskedBy = "Élise d'Orval", ReopenDays = 10, Requests = [Told.Request(LicenceOperations.Assign)] };
        Assert.Equal("Élise d'Orval nous avait adressé une demande pour vous : elle est traitée.", Told.Plain(notice.Say().Opening));
        Assert.Contains("Répondez à ce message dans les 10 jours", notice.Say().Requests[0].Steps[0], StringComparison.Ordinal);
        Assert.Contains("dans un délai d’un jour", (notice with { ReopenDays = 1 }).Say().Requests[0].Steps[0], StringComparison.Ordinal);
        Assert.Equal("Votre demande est traitée.", (notice with { AskedBy = null }).Say().Opening);
    }

    [Fact]
    public void A_reminder_of_a_question_repeats_it()
    {
        var notice = new Notice { Kind = NoticeKind.Reminder, Said = "Laquelle ?", Number = 1, Requests = [Told.Request(IncidentOperations.Print, Verdict.AwaitDetails)] };
        Assert.Equal("La question du technicien", notice.Say().Said!.Label);
        Assert.EndsWith("à la question ci-dessous.", notice.Say().Opening, StringComparison.Ordinal);
        Assert.EndsWith("quelques précisions pour traiter votre demande.", (notice with { Said = null }).Say().Opening, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_said_to_ask_where_a_technician_wrote_nothing() => Assert.Equal(
        "Il nous manque quelques précisions pour traiter votre demande.",
        new Notice { Kind = NoticeKind.DetailsNeeded, Requests = [Told.Request(IncidentOperations.Print, Verdict.AwaitDetails)] }.Say().Opening);

    [Fact]
    public void Article_14_is_named_to_direction_alone()
    {
        Assert.Contains("article 14", Opening(LicenceOperations.Teams), StringComparison.Ordinal);
        Assert.DoesNotContain("rticle", Opening(LicenceOperations.Assign), StringComparison.Ordinal);

        static string Opening(Operation operation) =>
            new Notice { Kind = NoticeKind.ApprovalNeeded, Requests = [Told.Request(operation, Verdict.AwaitApproval)] }.Say().Opening;
    }

    [Fact]
    public void The_words_of_a_person_are_kept_line_by_line()
    {
        var said = Quoted("  Bonjour,\r\n\r\n\r\nà demain \"peut-être\" !\u2028\u202EBien à vous\0\r\n\r\n");
        Assert.Equal("Le message du technicien", said!.Label);
        Assert.Equal<string>(["Bonjour,", "", "à demain \"peut-être\" !", "Bien à vous"], said.Lines);
    }

    [Fact]
    public void A_last_line_that_cannot_be_seen_is_none() => Assert.Equal<string>(["Merci."], Quoted("Merci.\n\u202E\n\0")!.Lines);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\u202E\0")]
    public void No_words_are_no_quotation(string? said) => Assert.Null(Quoted(said));

    [Fact]
    public void A_quotation_is_cut_at_4000_characters_and_never_inside_one()
    {
        Assert.Equal(new string('a', 4_000), Assert.Single(Quoted(new string('a', 4_000))!.Lines));
        Assert.Equal(new string('a', 4_000) + "…", Assert.Single(Quoted(new string('a', 4_001))!.Lines));
        Assert.Equal(new string('a', 3_999) + "…", Assert.Single(Quoted(new string('a', 3_999) + "😀 et la suite")!.Lines));
    }

    [Fact]
    public void A_moved_date_rests_on_no_article_and_names_the_one_before()
    {
        var request = Told.Request(LicenceOperations.Assign) with { Due = new(Later, Later, Later) };
        var block = new Notice { Kind = NoticeKind.DueMoved, Because = DueReason.SupplierLate, Previously = Told.In48Hours, Requests = [request] }.Say().Requests[0];
        Assert.Equal("Notre engagement, à une nouvelle date", block.Promise!.Label);
        Assert.Equal("Au plus tard le mardi 1er décembre 2026 à 9 h 30", Told.Plain(block.Promise.Line));
        Assert.Empty(block.Promise.Notes);
        Assert.Contains("Date annoncée auparavant : le jeudi 26 novembre 2026 à 14 h 10", block.Facts.Select(Told.Plain));
    }

    [Fact]
    public void Every_reason_of_a_move_has_its_own_sentence() => Assert.Equal(
        Enum.GetValues<DueReason>().Length + 1,
        Enum.GetValues<DueReason>().Select(reason => (DueReason?)reason).Append(null)
            .Select(reason => new Notice { Kind = NoticeKind.DueMoved, Because = reason, Requests = [Told.Request(LicenceOperations.Assign)] }.Say().Opening)
            .Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Only_what_keeps_its_date_says_that_it_does() => Assert.Equal(
        [NoticeKind.InProgress, NoticeKind.OnHold, NoticeKind.HoldEnded, NoticeKind.Reply],
        Enum.GetValues<NoticeKind>().Where(kind =>
            new Notice { Kind = kind, Requests = [Told.Request(LicenceOperations.Assign)] }.Say().Requests[0].Promise?.Label == "Notre engagement, inchangé"));

    [Fact]
    public void A_visit_is_told_by_its_hour()
    {
        var block = new Notice { Kind = NoticeKind.VisitPlanned, At = Later, Requests = [Told.Request(OtherOperations.Intervention)] }.Say().Requests[0];
        Assert.Equal("Le mardi 1er décembre 2026 à 9 h 30", Told.Plain(block.Promise!.Line));
    }

    [Fact]
    public void An_unproven_requester_does_not_read_what_an_administrator_wrote()
    {
        var notice = new Notice { Kind = NoticeKind.ApprovalRefused, Said = "Mots.", Requests = [Told.Request(LicenceOperations.Assign)] };
        Assert.NotNull(notice.Say().Said);
        Assert.Null((notice with { Requests = [notice.Requests[0] with { DetailsWithheld = true }] }).Say().Said);
    }

    private static WordedSaid? Quoted(string? said) =>
        new Notice { Kind = NoticeKind.Reply, Said = said, Requests = [Told.Request(LicenceOperations.Assign)] }.Say().Said;

    /// <summary>Every kind with every verdict, of a commitment, a target and nothing promised, in both languages.</summary>
    private static IEnumerable<Notice> Every() =>
        from kind in Enum.GetValues<NoticeKind>()
        from verdict in Enum.GetValues<Verdict>()
        from operation in new[] { LicenceOperations.Departure, LicenceOperations.Teams, IncidentOperations.Print, OtherOperations.Contract }
        from language in Enum.GetValues<Language>()
        from administrator in new[] { false, true }
        select new Notice
        {
            Kind = kind,
            Language = language,
            ReaderIsAdministrator = administrator,
            At = Later,
            Previously = Told.In48Hours,
            Number = administrator ? 2 : 1,
            Said = "Des mots.",
            Requests =
            [
                Told.Request(operation, verdict, Told.Finding("may-be-billed", null, "Une phrase rare.") with { Audience = Audience.Technicians }) with
                { EffectiveOn = new(2026, 11, 30) },
            ],
        };
}
