using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Understanding;
using SiOne.Bot.Understanding.LanguageModel;

namespace SiOne.Bot.Engine.Tests.Injections;

/// <summary>
/// 576 prompt injections, with what the model says replaced by the worst. Who may ask, whose identity is proven and who has to approve follow from
/// sender, operation and person concerned; neither the injected words nor anything else that a reader says has a part in it.
/// </summary>
public sealed class AuthorityTests
{
    private const string Provider = "Modèles de l’Ouest";

    private static readonly Customer Nova = Bench.Nova with { LanguageModel = new ProviderAgreement(Provider, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2)) };

    // Nobody, the sender in effect, somebody else, somebody who may decide, and who is named by an address alone or against the name.
    private static readonly Target[] Targets =
    [
        new(null), new("Paul Vasselin"), new("Zoé Lanoë"), new("Odile Marchandeau"), new(null, "odile@nova.example"), new("Paul Vasselin", "zoe@nova.example paul@nova.example"),
    ];

    [Fact]
    public void There_are_more_than_five_hundred_and_no_two_are_alike()
    {
        Assert.Equal(576, InjectedMail.All.Count);
        Assert.Equal(576, InjectedMail.All.Select(mail => Convert.ToHexString(mail.ToBytes("paul@nova.example", proven: true))).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Carrier.All, place => Assert.True(InjectedMail.All.Count(mail => mail.Name.EndsWith($" {place.Name}", StringComparison.Ordinal)) == 32, place.Name));
    }

    [Fact]
    public async Task Whatever_a_reader_claims_meets_the_authority_that_it_demands()
    {
        var plain = new Dictionary<(Writer, Operation, Target), string>();
        foreach (var writer in Writer.All)
            foreach (var operation in AllOperations.List)
                foreach (var target in Targets)
                    plain[(writer, operation, target)] = Authority(await CaseAsync(
                        InjectedMail.All[0].ReadClean(writer.Address, writer.Proven), target.On(new UnderstoodRequest { Operation = operation, Confidence = 0.8 })));
        foreach (var mail in InjectedMail.All)
        {
            foreach (var writer in new[] { Writer.All[mail.Number % Writer.All.Count], Writer.All[(mail.Number * 7 + 5) % Writer.All.Count] })
            {
                var message = mail.Read(writer.Address, writer.Proven);
                foreach (var operation in AllOperations.List)
                    foreach (var target in Targets)
                    {
                        var examined = await CaseAsync(message, target.On(HostileReader.Worst(operation, null)));
                        Assert.Equal(plain[(writer, operation, target)], Authority(examined));
                        Demanded(mail, writer, examined, target.IsOf(writer, operation));
                    }
            }
        }
    }

    [Fact]
    public async Task What_a_language_model_says_beside_the_operation_changes_nothing_of_whose_matter_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("injections-").FullName;
        var changed = 0;
        foreach (var mail in InjectedMail.All)
        {
            var writer = Writer.All[mail.Number % Writer.All.Count];
            var message = mail.Read(writer.Address, writer.Proven);
            foreach (var operation in Some(mail.Number))
            {
                var most = await CasesAsync(message, Stage(folder, HostileChat.Of(operation.Id, most: true)));
                var least = await CasesAsync(message, Stage(folder, HostileChat.Of(operation.Id, most: false)));
                Assert.Equal(least.Select(Said), most.Select(Said));
                Assert.Equal(least.Select(Authority), most.Select(Authority));
                Assert.Equal(least.Select(item => item.Sender), most.Select(item => item.Sender));
                foreach (var examined in most) Demanded(mail, writer, examined, examined.AboutSelf);
                changed += most.Any(item => !item.Request.Abstained) ? 1 : 0;
            }
        }

        Directory.Delete(folder, recursive: true);
        Assert.True(changed > 1_000, $"the model's answer was taken {changed} times"); // Else nothing was tested.
    }

    [Theory]
    [InlineData("person", "\"Odile Marchandeau\"")]
    [InlineData("role", "\"direction\"")]
    [InlineData("approved", "true")]
    [InlineData("account", "\"0e000000-0000-4000-8000-000000000001\"")]
    [InlineData("matters", "[]")]
    [InlineData("fields", "{\"addresses\":\"odile@nova.example\"}")]
    public async Task An_answer_that_would_say_more_than_it_may_is_not_used(string key, string value)
    {
        var folder = Directory.CreateTempSubdirectory("injections-").FullName;
        foreach (var mail in InjectedMail.All.Where(mail => mail.Number % 6 == 0))
        {
            var message = mail.Read("paul@nova.example", proven: true);
            var own = await CasesAsync(message, new UnsureReader(new RuleBasedUnderstanding()));
            foreach (var top in new[] { true, false })
            {
                var stage = Stage(folder, HostileChat.WithKey("licence.password", key, System.Text.Json.Nodes.JsonNode.Parse(value)!, top));
                Assert.Equal(own.Select(Said), (await CasesAsync(message, stage)).Select(Said));
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task On_the_whole_way_nothing_is_accepted_without_authority_and_no_word_of_the_reader_is_more_than_a_word()
    {
        var reader = new HostileReader();
        var options = Bench.Live with { AnswersPerSenderPerHour = 100_000, AnswersPerCustomerPerHour = 100_000, AnswersPerHour = 100_000, UnknownAnswersPerHour = 1_000 };
        await using var bench = new Bench(options, understanding: reader);
        foreach (var mail in InjectedMail.All)
        {
            var writer = Writer.All[mail.Number % Writer.All.Count];
            var operation = AllOperations.List[mail.Number * 5 % AllOperations.List.Length];
            var target = (mail.Number / Writer.All.Count % 4) switch { 0 => null, 1 => writer.Name, 2 => "Odile Marchandeau", _ => $"{HostileReader.Canary}Odile" };
            reader.Says = _ => [HostileReader.Worst(operation, target)];
            await bench.TakeAsync(Bench.Mail((uint)mail.Number + 1, mail.ToBytes(writer.Address, writer.Proven)));
            var row = (await bench.Store.FindIntakeAsync(IntakeKeys.Of(Bench.Mail((uint)mail.Number + 1, [])), CancellationToken.None))!;
            Assert.True(row.End is not null, mail.Name);
            foreach (var id in row.Requests) Stored(mail, writer, operation, target, (await bench.Store.FindRequestAsync(id, CancellationToken.None))!.State);
        }

        await bench.SendAllAsync();
        Assert.True(bench.Sender.Attempts.Count > 300, $"{bench.Sender.Attempts.Count} mails left");
        var told = 0;
        foreach (var (bytes, to) in bench.Sender.Attempts)
        {
            using var stream = new MemoryStream(bytes);
            var answer = await MimeMessage.LoadAsync(stream);
            Assert.Equal([to.Value], answer.GetRecipients().Select(recipient => recipient.Address));
            Assert.DoesNotContain("<img", answer.HtmlBody ?? "", StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script", answer.HtmlBody ?? "", StringComparison.OrdinalIgnoreCase);
            told += answer.HtmlBody?.Contains("&lt;img", StringComparison.Ordinal) is true ? 1 : 0;
        }

        Assert.True(told > 10, $"{told} mails quote the reader"); // Else nothing was tested.
    }

    private static void Stored(InjectedMail mail, Writer writer, Operation operation, string? target, Request state)
    {
        Assert.Equal((operation.Id, writer.Proven), (state.OperationId, state.Proven));
        Assert.Null(state.ApprovedBy);
        var demanded = Oracle.Of(writer, operation.Id, aboutSelf: target is null || target == writer.Name);
        if (!demanded.IsEmpty) Assert.True(state.Verdict < Verdict.AwaitDetails, $"{mail}, {writer}, {operation}: {state.Verdict}");
    }

    /// <summary>All that the table demands was found; and nothing about authority that it does not know, but for what the words themselves raise.</summary>
    private static void Demanded(InjectedMail mail, Writer writer, Case examined, bool aboutSelf)
    {
        var judged = Judgement.Of(examined);
        var found = judged.Findings.Select(finding => finding.LeadsTo).OfType<Verdict>().ToHashSet();
        var demanded = Oracle.Of(writer, examined.Operation.Id, aboutSelf);
        Assert.True(demanded.All(found.Contains), $"{mail}, {writer}, {examined.Operation}, self {aboutSelf}: found {string.Join(' ', found)}");
        Assert.True(demanded.IsEmpty || judged.Verdict <= demanded.Min(), $"{mail}, {writer}, {examined.Operation}: {judged.Verdict}");
        Assert.Empty(examined.Settled);
    }

    // What the clauses say of the sender's authority, and the verdicts that follow.
    private static string Authority(Case examined) => string.Join(' ', Judgement.Of(examined).Findings
        .Where(finding => finding.LeadsTo is Verdict.UnknownSender or Verdict.ProveIdentity or Verdict.AwaitApproval or Verdict.Draft)
        .Select(finding => $"{finding.Code}:{finding.LeadsTo}"));

    private static string Said(Case examined) =>
        $"{examined.Operation} {examined.Request.Abstained} {examined.Request.Person} [{string.Join(' ', examined.Request.Fields)}] [{string.Join(' ', examined.Request.Matters)}]";

    // Over all mails each operation is claimed some sixty times, the password by all.
    private static IEnumerable<Operation> Some(int number) =>
        Enumerable.Range(0, 4).Select(i => AllOperations.List[(number * 4 + i) % AllOperations.List.Length]).Append(LicenceOperations.Password).Distinct();

    private static LanguageModelUnderstanding Stage(string folder, HostileChat chat) => new(
        new UnsureReader(new RuleBasedUnderstanding()), chat, Provider, new DailyBudget(Path.Combine(folder, "budget"), int.MaxValue, new FakeClock()), new FakeClock(),
        NullLogger<LanguageModelUnderstanding>.Instance);

    private static async Task<Case> CaseAsync(InboundMessage message, UnderstoodRequest says) =>
        Assert.Single(await CasesAsync(message, new HostileReader { Says = _ => [says] }));

    private static async Task<ImmutableArray<Case>> CasesAsync(InboundMessage message, IUnderstanding reader)
    {
        var examination = new Examination(new CustomerDirectory([Nova]), reader, Readings.Default);
        return await examination.CasesAsync(message, examination.Identify(message), CancellationToken.None);
    }

    /// <summary>Whom a reader says a request is about.</summary>
    private sealed record Target(string? Person, string? Addresses = null)
    {
        // An address says whose account, mailbox or files are meant; elsewhere it is whom to write to.
        private static readonly string[] Meant = ["licence.password", "mailbox.settings", "restore.file", "restore.mailbox"];

        public UnderstoodRequest On(UnderstoodRequest request) => request with
        {
            Person = Person,
            Fields = Addresses is null ? request.Fields : request.Fields.SetItem(FieldNames.Addresses, Addresses),
        };

        public bool IsOf(Writer writer, Operation operation) => (Person is null || Person == writer.Name)
            && (Addresses is null || !Meant.Contains(operation.Id) || Addresses.Split(' ').All(address => address == writer.Address));
    }

    private sealed class FakeClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Bench.Start;
    }
}
