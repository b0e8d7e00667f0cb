using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>What is promised about time, and on what it rests.</summary>
public sealed class PromiseWordsTests
{
    [Fact]
    public void A_commitment_is_told_in_the_language_of_its_reader()
    {
        var promise = new Answer { Language = Language.English, Requests = [Told.Request(LicenceOperations.Assign)] }.Say().Requests[0].Promise!;
        Assert.Equal("Our commitment", promise.Label);
        Assert.Equal("No later than Thursday 26 November 2026 at 14:10", Told.Plain(promise.Line));
        Assert.Equal<string>(["In accordance with article 14 of your contract."], promise.Notes);
    }

    [Fact]
    public void A_target_says_that_it_is_none()
    {
        var promise = Told.Say(Told.Request(IncidentOperations.Print)).Promise!;
        Assert.Equal("Le jeudi 26 novembre 2026 à 14 h 10", Told.Plain(promise.Line));
        Assert.Equal<string>(["C’est un objectif, non un engagement : nous mettons tout en œuvre pour le tenir."], promise.Notes.Select(Told.Plain));
    }

    [Fact]
    public void A_request_about_personal_data_names_the_month_of_its_article_to_who_may_read_it()
    {
        var request = Told.Request(OtherOperations.DataRights);
        Assert.Equal<string>(["L’article 25 prévoit une réponse dans le délai d’un mois."], Told.Say(request).Promise!.Notes);
        Assert.Equal<string>(
            ["C’est un objectif, non un engagement : nous mettons tout en œuvre pour le tenir."],
            Told.Say(request with { DetailsWithheld = true }).Promise!.Notes.Select(Told.Plain));
    }

    [Fact]
    public void An_unproven_sender_reads_the_date_and_not_what_it_rests_on()
    {
        var promise = Told.Say(Told.Request(LicenceOperations.Assign) with { DetailsWithheld = true }).Promise!;
        Assert.Equal("Notre engagement", promise.Label);
        Assert.Empty(promise.Notes);
    }

    [Fact]
    public void A_moved_date_is_no_date_that_the_customer_gave()
    {
        var later = Told.In48Hours.AddDays(5);
        var request = Told.Request(LicenceOperations.Departure) with { Due = new(later, Told.In48Hours, Told.In48Hours) };
        Assert.Equal<string>(["Conformément à l’article 14 de votre contrat."], Told.Say(request).Promise!.Notes);
        Assert.Equal<string>(
            ["Conformément à l’article 14 de votre contrat, pour la date effective que vous avez indiquée."],
            Told.Say(request with { EffectiveOn = new(2026, 12, 1) }).Promise!.Notes);
    }

    [Fact]
    public void Hours_that_run_every_day_are_not_explained()
    {
        var due = new Domain.Commitments.Due(Told.In48Hours, Told.In48Hours.AddDays(1), Told.In48Hours);
        Assert.Equal<string>(
            ["Conformément à l’article 14 de votre contrat."], Told.Say(Told.Request(LicenceOperations.Assign) with { Due = due }).Promise!.Notes);
    }
}
