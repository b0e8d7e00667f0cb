using System.Text.Json;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Commands;

/// <summary>What a mail words, wants changed or names reaches the plan.</summary>
public sealed class ExplainedDetailTests
{
    [Theory]
    [InlineData("Merci de retirer Paul Roux de l'équipe Teams « Compta ».", "change", "remove", "set-membership", "no-member")]
    [InlineData("Merci d'ajouter Paul Roux à l'équipe Teams « Compta ».", "change", "add", "set-membership", "member")]
    [InlineData("Merci d'activer un message d'absence sur ma boîte : « Je suis absente jusqu'au 12. »", "message", "Je suis absente jusqu'au 12.", "set-absence-message", "answers")]
    [InlineData("Julie Perrot arrive le 14 décembre, il lui faut un compte Microsoft 365. Son responsable sera Karim Saadi.", "manager", "Karim Saadi", "set-manager", "karim.saadi@demo-premium.example")]
    [InlineData("Les dossiers de ma boîte sont en français, merci de régler la messagerie en anglais pour que ce soit comme chez mes collègues.", "language", "en", "set-mailbox-language", "en-GB")]
    public async Task A_detail_of_a_mail_reaches_the_plan(string text, string field, string value, string step, string after)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("mail.eml"), TestMail.Of("Demande", $"Bonjour,\n\n{text}\n\nMerci\n", "admin@demo-premium.example"));
        var request = Assert.Single((await Verb.RunAsync(["explain", folder.Path])).Json).GetProperty("requests").EnumerateArray().First();
        Assert.Equal(value, request.GetProperty("fields").GetProperty(field).GetString());
        var planned = Assert.Single(request.GetProperty("plan").EnumerateArray(), planned => planned.GetProperty("step").GetString() == step);
        Assert.Equal(after, planned.GetProperty("after").GetString());
    }

    [Fact]
    public async Task Nothing_is_worded_for_somebody_who_only_asks_for_an_absence_message()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("mail.eml"), TestMail.Of("Absence", "Bonjour,\n\nMerci d'activer un message d'absence sur ma boîte du 3 au 12.\n", "admin@demo-premium.example"));
        var request = Assert.Single(Assert.Single((await Verb.RunAsync(["explain", folder.Path])).Json).GetProperty("requests").EnumerateArray());
        Assert.Equal(JsonValueKind.Object, request.GetProperty("fields").ValueKind);
        Assert.False(request.GetProperty("fields").TryGetProperty("message", out _));
    }
}
