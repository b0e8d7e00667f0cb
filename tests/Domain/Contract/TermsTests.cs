using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;

namespace SiOne.Bot.Domain.Tests.Contract;

public sealed partial class TermsTests
{
    private static readonly Type[] ClauseTypes =
        [.. typeof(IClause).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && typeof(IClause).IsAssignableFrom(type))];

    [Fact]
    public void Every_clause_is_listed_once() => Assert.Equal(
        ClauseTypes.Select(type => type.Name).Order(StringComparer.Ordinal),
        Terms.Clauses.Select(clause => clause.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_clause_has_its_test_class() => Assert.All(
        ClauseTypes, type => Assert.NotNull(typeof(TermsTests).Assembly.GetType($"{typeof(TermsTests).Namespace}.Clauses.{type.Name}Tests")));

    [Fact]
    public void Every_clause_cites_an_article_that_exists() =>
        Assert.All(Terms.Clauses, clause => Assert.Contains(clause.Article.Number, Article.All));

    [Fact]
    public void Every_finding_of_every_case_cites_an_article_and_says_a_whole_sentence_in_both_languages()
    {
        var findings = AllCases().SelectMany(examined => Terms.Examine(examined)).Distinct().ToArray();

        Assert.All(findings, finding =>
        {
            Assert.Contains(finding.Article.Number, Article.All);
            Assert.Matches("^[a-z]+(-[a-z]+)*$", finding.Code);
            Assert.Matches(@"^\p{Lu}.*\.$", finding.Text.Fr);
            Assert.Matches(@"^\p{Lu}.*\.$", finding.Text.En);
            Assert.NotEqual(finding.Text.Fr, finding.Text.En);
        });
        // A code stands for one verdict, one article's reader and one sentence but for its dates and numbers: the journal keeps nothing else of it.
        Assert.All(findings.GroupBy(f => f.Code), same =>
        {
            Assert.Single(same.Select(f => (f.LeadsTo, f.IsReading)).Distinct());
            Assert.Equal(SentencesOf(same.Key), same.Select(f => (Undated(f.Text.Fr), Undated(f.Text.En))).Distinct().Count());
        });
        Assert.Equal(Codes, findings.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Every code that there is; journals hold them.</summary>
    private static readonly string[] Codes =
    [
        "administrator-required", "administrator-required-for-others", "amendment-needed", "application-required", "backup-ends",
        "bank-details-call-back", "breach-clock", "by-appointment", "contract-suspended", "contract-terminated", "data-recovery", "data-rights",
        "direction-required", "effective-date", "emergency", "identity-unproven", "intervention-between", "intervention-planned",
        "intervention-recurring", "intervention-urgent", "intervention-urgent-hours", "last-notice-day", "licence-growth", "local-folder", "mail-not-backed-up",
        "mail-required", "mailbox-fate", "mailbox-kept", "may-be-billed", "missing-mailbox", "missing-person", "no-licence-left", "no-recovery-point",
        "no-schedule", "no-valid-notice", "other-software", "others-data", "out-of-contract", "out-of-hours", "printer-setup", "private-device",
        "provider-equipment", "recovery-point", "repair-after-virus", "serenite-help", "short-notice-account", "short-notice-licence",
        "short-notice-mailbox", "spare-licence-used", "supplier-delay", "suspension-possible", "third-party", "to-be-quoted", "unknown-sender", "which-person", "wipe-takes-two",
    ];

    /// <summary>What begins and what ends is worded apart; what no version holds may lie in the bin, and the versions may have no number.</summary>
    private static int SentencesOf(string code) => code switch
    {
        "breach-clock" => 4, // with each kind that the words tell of, and without
        "data-rights" => 2, // with and without a verified identity
        "effective-date" => 2,
        "no-recovery-point" => 2,
        _ => 1,
    };

    private static string Undated(string text) => DatesAndNumbers().Replace(text, "…");

    [GeneratedRegex(
        @"(?:le\s)?(?:\p{L}+di|dimanche|\p{L}+day)\s\d+(?:er)?\s\p{L}+\s\d{4}(?:\s(?:à|at)\s(?:\d+\sh(?:\s\d+)?|\d+:\d+|minuit|midnight))?|\d+",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DatesAndNumbers();

    [Fact]
    public void All_clauses_are_examined_whatever_the_others_find()
    {
        var examined = A.Case(PhoneOperations.Repair, Level.Premium, Role.Employee, Channel.Mail, proven: false)
            .With(s => s with
            {
                Services = [],
                Suspended = new Suspension(new DateOnly(2026, 1, 1), "unpaid"),
            });
        Assert.Equal(
            ["contract-suspended", "out-of-contract", "to-be-quoted", "application-required", "administrator-required"],
            Terms.Examine(examined).Select(finding => finding.Code));
    }

    [Fact]
    public void A_stranger_learns_one_thing_alone() => Assert.All(AllOperations.List, operation => Assert.Equal(
        "unknown-sender", Assert.Single(Terms.Examine(A.Case(operation).FromStranger())).Code));

    [Fact]
    public void A_clause_looks_at_nothing_that_it_does_not_name()
    {
        var cases = AllCases().Where(examined => examined.Customer is not null).ToArray();
        Assert.All(Terms.Clauses, clause => Assert.All(
            cases.GroupBy(
                examined => string.Join(" | ", clause.LooksAt.Select(fact => Facts.Of(examined, fact))), examined => clause.Finds(examined), StringComparer.Ordinal),
            same => Assert.True(same.Distinct().Take(2).Count() == 1, $"{clause.GetType().Name} sees more than {same.Key}")));
    }

    [Fact]
    public void Every_clause_names_what_it_looks_at() => Assert.All(Terms.Clauses, clause =>
    {
        Assert.NotEmpty(clause.LooksAt);
        Assert.Equal(clause.LooksAt.Length, clause.LooksAt.Distinct().Count());
    });

    [Fact]
    public void Every_fact_is_looked_at_by_some_clause() => Assert.Equal(
        Enum.GetValues<Fact>(), Terms.Clauses.SelectMany(clause => clause.LooksAt).Distinct().Order());

    [Fact]
    public void A_fact_tells_no_name_and_no_address() => Assert.All(
        AllCases().Select(examined => examined with
        {
            Request = examined.Request with { Fields = examined.Request.Fields.SetItem(FieldNames.Addresses, "bo.autre@acme.example") },
        }),
        examined => Assert.All(Enum.GetValues<Fact>(), fact =>
        {
            var told = Facts.Of(examined, fact);
            Assert.NotEmpty(told);
            Assert.DoesNotContain('@', told);
            Assert.All(["Ada", "Bo", "Acme", "unpaid"], (string secret) => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
        }));

    /// <summary>Every operation by level, role, channel and proof, about oneself and about another, in three states of the contract; and what the words may say.</summary>
    internal static IEnumerable<Case> AllCases() => PlainCases().Concat(SpokenCases()).Concat(NamesakeCases());

    private static IEnumerable<Case> NamesakeCases() =>
        from operation in AllOperations.List
        let plain = A.Case(operation).About("Bo Autre")
        let people = new[] { "bo1", "bo2" }.Select(id => A.Person() with { Id = id, Name = "Bo Autre", Addresses = [MailAddress.Parse(id + "@acme.example")] })
        select plain with { Sender = plain.Sender with { Customer = plain.Customer! with { People = [.. people] } } };

    private static IEnumerable<Case> SpokenCases() =>
        from operation in AllOperations.List
        from level in Enum.GetValues<Level>()
        from role in new[] { Role.Employee, Role.Direction, Role.ThirdParty }
        from day in new[] { null, "2026-09-15", "2026-05-01", "2026-11-25", "2026-11-28", "2026-12-07" }
        let plain = A.Case(operation, level, role).On(day)
        let urgent = plain with { Request = plain.Request with { Urgent = true } }
        from examined in Enum.GetValues<Matter>().Select(matter => plain.Saying(matter)).Concat(
        [
            plain.Saying(Matter.OtherSoftware, Matter.AfterVirus),
            .. Enum.GetValues<BreachKind>().Select(kind => plain with { Request = plain.Request with { Breach = kind } }),
            urgent,
            urgent.With(s => s with { UrgentHours = 4 }),
            plain.At("2026-11-24 13:00"),
            plain.TogetherWith(LicenceOperations.Arrival),
            plain.TogetherWith(MailboxOperations.ConvertShared),
            plain.With(s => s with { Licences = new LicenceCount(20, 19, 20) }),
            plain.With(s => s with { Licences = new LicenceCount(22, 22, 20) }),
            plain.With(s => s with { OverdueSince = new DateOnly(2026, 11, 9) }),
            plain.Saying(Matter.ContractEnd).With(s => s with { Term = new ContractTerm(new DateOnly(2024, 1, 1), 36) }),
            plain.With(s => s with { Backups = new BackupFacts { Mail = true, HistoryDays = 30 } }),
            plain.With(s => s with { Services = [Service.Backup], Backups = new BackupFacts { HistoryDays = 30 } }),
            plain.With(s => s with { TerminatedOn = new DateOnly(2026, 11, 20), Suspended = new Suspension(new DateOnly(2026, 1, 1), "unpaid") }),
        ])
        select examined;

    private static IEnumerable<Case> PlainCases() =>
        from operation in AllOperations.List
        from level in Enum.GetValues<Level>()
        from role in Enum.GetValues<Role>()
        from channel in Enum.GetValues<Channel>()
        from proven in new[] { true, false }
        from about in new[] { null, "Bo Autre" }
        let plain = A.Case(operation, level, role, channel, proven).About(about)
        from examined in new[]
        {
            plain,
            plain.FromStranger(),
            plain.FromUnlisted(),
            plain.With(s => s with { Services = [] }),
            plain.With(s => s with { Suspended = new Suspension(new DateOnly(2026, 1, 1), "unpaid") }),
            plain.With(s => s with { TerminatedOn = new DateOnly(2026, 1, 1) }),
        }
        select examined;
}
