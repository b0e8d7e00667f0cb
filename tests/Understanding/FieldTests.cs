using System.Diagnostics;
using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details;
using SiOne.Bot.Understanding.Details.Fields;
using SiOne.Bot.Understanding.Text;
using Xunit.Abstractions;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>The named things that a technician needs for an operation.</summary>
public sealed class FieldTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("phone.repair", "L'écran de mon iPhone 14 Pro est cassé.", "phone-model", "iPhone 14 Pro")]
    [InlineData("phone.lost", "perdu mon galaxy a54 dans le tram", "phone-model", "galaxy a54")]
    [InlineData("phone.return", "Le Samsung A15 et le Crosscall Core-Z5 sont dans mon tiroir.", "phone-model", "Samsung A15 | Crosscall Core-Z5")]
    [InlineData("phone.prepare", "Il lui faut un Pixel 8a, ou un iphone.", "phone-model", "Pixel 8a | iphone")]
    [InlineData("restore.file", @"Le dossier \\SRV01\Compta\2025 a disparu du serveur.", "paths", @"\\SRV01\Compta\2025")]
    [InlineData("restore.file", "J'ai écrasé le fichier Budget_2026_v7.xlsx hier.", "paths", "Budget_2026_v7.xlsx")]
    [InlineData("restore.file", "Le classeur « Prévisionnel Gérault v7 » et le dossier \"Marges\" ont disparu.", "paths", "Prévisionnel Gérault v7 | Marges")]
    [InlineData("restore.site", "Le site SharePoint « Qualité ISO » a été supprimé.", "sites", "Qualité ISO")]
    [InlineData("restore.site", "L'équipe Teams \"Chantier Lycée\" n'existe plus.", "teams", "Chantier Lycée")]
    [InlineData("licence.teams", "Ajoutez-la à l'équipe Teams Comité Direction svp.", "teams", "Comité Direction")]
    [InlineData("licence.sharepoint", "Elle doit lire la bibliothèque « Contentieux ».", "sites", "Contentieux")]
    [InlineData("mailbox.list", "Retirez-le de la liste de diffusion chauffeurs@verrier.example.", "lists", "chauffeurs@verrier.example")]
    [InlineData("mailbox.list", "Merci de le mettre dans la liste « familles-cantine ».", "lists", "familles-cantine")]
    [InlineData("licence.assign", "Une licence Visio Plan 2 pour lui, et power bi.", "licences", "Visio Plan 2 | power bi")]
    [InlineData("licence.release", "Passez-le de Business Premium à Business Basic.", "licences", "Business Premium | Business Basic")]
    [InlineData("licence.purchase", "Trois E3 de plus.", "licences", "E3")]
    public void What_the_operation_needs_is_read(string operation, string text, string field, string value) => Assert.Equal(value, Read(operation, text)[field]);

    [Theory]
    [InlineData("licence.password", "Mon iPhone demande le mot de passe du dossier « Marges ».")]
    [InlineData("mailbox.absence", "Un message sur ma boîte, la liste « Direction » est prévenue.")]
    [InlineData("phone.fault", "Mon téléphone ne capte plus.")]
    [InlineData("mailbox.list", "Il ne reçoit plus la liste des courses.")]
    [InlineData("licence.teams", "Elle a rejoint l'équipe lundi.")]
    [InlineData("restore.file", "Un dossier a disparu du serveur.")]
    public void What_it_does_not_need_or_nobody_names_is_not(string operation, string text) => Assert.Empty(Read(operation, text));

    [Fact]
    public void What_another_request_of_the_message_names_is_left_to_it()
    {
        var body = TokenizedText.Read("Restaurez le dossier « Marges ». Donnez-lui accès au dossier « Paie ».");
        var place = RequestPlace.OfSentences(body, sentence => sentence == 0, sentence => sentence == 1);
        Assert.Equal("Marges", Assert.Single(FieldReader.Read(body, RestoreOperations.File, place)).Value);
    }

    [Fact]
    public void A_value_is_one_short_line_without_the_separator()
    {
        var value = FieldValues.Clean("a\r\n\u0007b | c " + new string('x', 200));
        Assert.StartsWith("a b c x", value, StringComparison.Ordinal);
        Assert.Equal(80, value.Length);
    }

    [Fact]
    public async Task The_fields_come_with_the_request() =>
        Assert.Equal("iPhone 13", (await Tests.Read.First("J'ai perdu mon iPhone 13 dans le train hier.")).Fields[FieldNames.PhoneModel]);

    [Fact]
    public void A_message_is_read_for_details_in_well_under_a_millisecond_each()
    {
        foreach (var labelled in LabelledRequests.All.Take(50)) Fill(labelled);
        var started = Stopwatch.GetTimestamp();
        foreach (var labelled in LabelledRequests.All) Fill(labelled);
        var each = Stopwatch.GetElapsedTime(started).TotalMilliseconds / LabelledRequests.All.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:0.000} ms a message"));
        Assert.True(each < 10); // An order of magnitude: the machine may be busy.
    }

    private static void Fill(LabelledMessage labelled) =>
        new MessageDetails(labelled.Message).Fill(new UnderstoodRequest { Operation = AllOperations.Get(labelled.Expected[0].Operation), Confidence = 1 }, place: null);

    private static Dictionary<string, string> Read(string operation, string text) => new(FieldReader.Read(TokenizedText.Read(text), AllOperations.Get(operation), place: null));
}
