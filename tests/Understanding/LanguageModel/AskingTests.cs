using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using static SiOne.Bot.Understanding.Tests.LanguageModel.ModelScene;

namespace SiOne.Bot.Understanding.Tests.LanguageModel;

/// <summary>When a language model is asked, and what its answer may change.</summary>
public sealed class AskingTests
{
    private const string Asked = "Le planning partagé ne suit plus depuis lundi, on fait quoi ? C'est pressé.";
    private const string Quote = "Le planning partagé ne suit plus";

    [Fact]
    public async Task An_abstention_is_asked_about_and_the_operation_is_the_models()
    {
        await using var scene = await StartAsync();
        scene.Server.Says(Says("incident.software", Quote, urgent: "C'est pressé"));
        var request = Assert.Single(await scene.ReadAsync(Message(Asked)));
        Assert.Equal((IncidentOperations.Software, false, 0.95, true), (request.Operation, request.Abstained, request.Confidence, request.Urgent));
        Assert.Empty(scene.Server.Violations);
        Assert.Empty(scene.Logger.Entries);
    }

    [Fact]
    public async Task What_the_embedded_reader_is_sure_of_is_not_asked_about()
    {
        await using var scene = await StartAsync();
        scene.Embedded.Requests = [Guess(IncidentOperations.Help, 0.9, abstained: false)];
        Assert.Equal(scene.Embedded.Requests, await scene.ReadAsync(Message(Asked)));
        Assert.Equal(0, scene.Server.Asked);
    }

    public static TheoryData<string, ProviderAgreement?> Agreements => new()
    {
        { "none", null },
        { "another provider", new ProviderAgreement("Autre", new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 5)) },
        { "the fifteenth day of the notice", new ProviderAgreement(Provider, new DateOnly(2026, 2, 24), new DateOnly(2026, 2, 25)) },
        { "agreed from tomorrow", new ProviderAgreement(Provider, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 12)) },
    };

    [Theory]
    [MemberData(nameof(Agreements))]
    public async Task Without_the_customers_agreement_in_force_nothing_is_sent(string name, ProviderAgreement? agreement)
    {
        await using var scene = await StartAsync();
        Assert.Equal(scene.Embedded.Requests, await scene.ReadAsync(Message(Asked, customer: Acme with { LanguageModel = agreement })));
        Assert.True(scene.Server.Asked == 0, name);
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_sender_of_no_customer()
    {
        await using var scene = await StartAsync();
        await scene.ReadAsync(Message(Asked) with { Customer = null });
        Assert.Equal(0, scene.Server.Asked);
    }

    [Fact]
    public async Task On_the_day_after_the_notice_it_is_asked()
    {
        await using var scene = await StartAsync();
        await scene.ReadAsync(Message(Asked, customer: Acme with { LanguageModel = new ProviderAgreement(Provider, new DateOnly(2026, 2, 23), new DateOnly(2026, 2, 24)) }));
        Assert.Equal(1, scene.Server.Asked);
    }

    [Fact]
    public async Task One_message_is_asked_about_once()
    {
        await using var scene = await StartAsync();
        scene.Server.Says(Says("incident.software", Quote));
        var first = await scene.ReadAsync(Message(Asked));
        Assert.Equal(first, await scene.ReadAsync(Message(Asked)));
        Assert.Equal(1, scene.Server.Asked);
        await scene.ReadAsync(Message(Asked, "Autre objet"));
        Assert.Equal(2, scene.Server.Asked);
    }

    [Fact]
    public async Task The_person_and_the_addresses_are_those_of_the_words_and_the_date_is_read_out_of_the_quote()
    {
        await using var scene = await StartAsync();
        const string Text = "Comme vu ensemble le 2 mars, Paul Jourdheuil nous quitte lundi prochain, merci de faire au mieux pour pj@menuiserie-bellanger.example.";
        scene.Server.Says(Says("licence.departure", "nous quitte", date: "lundi prochain"));
        var request = Assert.Single(await scene.ReadAsync(Message(Text)));
        Assert.Equal(("Paul Jourdheuil", new DateOnly(2026, 3, 16)), (request.Person, request.Date));
        Assert.Equal("pj@menuiserie-bellanger.example", request.Fields[FieldNames.Addresses]);
    }

    [Fact]
    public async Task Where_several_people_are_named_nobody_is_asked()
    {
        await using var scene = await StartAsync();
        await scene.ReadAsync(Message("Paul Jourdheuil passe au magasin et Marie Vauquelin au bureau, faites suivre."));
        Assert.Equal(0, scene.Server.Asked);
        Assert.Equal(["NotItsToDecide"], scene.Faults);
    }

    [Theory]
    [InlineData("other.none", "NothingNew")]
    [InlineData("mailbox.list", "NothingNew")]
    [InlineData("incident.print", "NotItsToDecide")]
    public async Task It_ends_no_message_repeats_nothing_sure_and_takes_no_emergency_away(string operation, string fault)
    {
        await using var scene = await StartAsync();
        scene.Embedded.Requests = [Guess(MailboxOperations.List, 0.9, abstained: false), Guess(PhoneOperations.Lost)];
        scene.Server.Says(Says(operation, Quote));
        Assert.Equal(scene.Embedded.Requests, await scene.ReadAsync(Message(Asked)));
        Assert.Equal([fault], scene.Faults);
    }

    [Fact]
    public async Task What_the_embedded_reader_is_sure_of_stays_beside_its_answer()
    {
        await using var scene = await StartAsync();
        scene.Embedded.Requests = [Guess(MailboxOperations.List, 0.9, abstained: false), Guess(IncidentOperations.Help)];
        scene.Server.Says(Says("incident.software", Quote));
        var requests = await scene.ReadAsync(Message(Asked));
        Assert.Equal(scene.Embedded.Requests[0], requests[0]);
        Assert.Equal([MailboxOperations.List, IncidentOperations.Software], requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task What_the_words_say_against_the_contract_is_read_for_its_operation_too()
    {
        await using var scene = await StartAsync();
        scene.Server.Says(Says("mailbox.settings", "la messagerie"));
        var request = Assert.Single(await scene.ReadAsync(Message("J'ai besoin de consulter la messagerie de mon ancienne collègue.")));
        Assert.Equal(MailboxOperations.Settings, request.Operation);
        Assert.Contains(Matter.OthersData, request.Matters);
    }
}
