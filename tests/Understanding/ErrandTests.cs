using System.Globalization;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>One thing for one person and another for somebody else, received on Wednesday 2026-03-11.</summary>
public sealed class ErrandTests
{
    [Theory]
    [InlineData("- Merci de créer la boîte mail pour Julien Tessier.\n- Merci de libérer la licence Visio de Marc Leroy.",
        "mailbox.create Julien Tessier ; licence.release Marc Leroy ")]
    [InlineData("Merci de créer un compte pour Nadia Roux qui arrive lundi, et de supprimer le compte de Marc Leroy qui part vendredi.",
        "licence.arrival Nadia Roux 2026-03-16; licence.departure Marc Leroy 2026-03-13")]
    [InlineData("Bonjour,\nMerci de supprimer le compte de Marc Leroy qui quitte la société le 31 mars.\nMerci de créer un compte Microsoft 365 pour Nadia Roux qui arrive le 7 avril.\nCordialement,\nInès Valbray",
        "licence.departure Marc Leroy 2026-03-31; licence.arrival Nadia Roux 2026-04-07")]
    [InlineData("Merci de libérer la licence Visio de Marc Leroy et d'attribuer une licence Power BI à Nadia Roux.",
        "licence.release Marc Leroy ; licence.assign Nadia Roux ")]
    public async Task Each_person_gets_the_request_of_the_own_words(string text, string expected) => Assert.Equal(expected, Told(await Read.All(text)));

    [Theory]
    [InlineData("Merci de fermer la boîte de Paul Jourdheuil et de rediriger ses mails vers Zoé Castelain.")]
    [InlineData("Nadia Roux arrive lundi pour remplacer Marc Leroy, merci de créer son compte Microsoft 365.")]
    [InlineData("Merci de créer un compte Microsoft 365 pour Nadia Roux qui arrive lundi, avec les mêmes droits que Marc Leroy.")]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil. Validé par Zoé Castelain.")]
    public async Task Who_is_told_of_beside_it_gets_none(string text)
    {
        var requests = await Read.All(text);
        Assert.Single(requests.Select(request => request.Person).Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain(requests, request => request.Abstained);
    }

    [Fact]
    public async Task Where_only_one_of_two_can_be_told_a_technician_reads_it()
    {
        var requests = await Read.All("Merci de créer un compte pour Nadia Roux et de retirer du compte de Marc Leroy ce qui dépasse.");
        Assert.True(requests.Length > 1 || requests[0].Abstained);
    }

    private static string Told(IEnumerable<UnderstoodRequest> requests) =>
        string.Join("; ", requests.Select(request => $"{request.Operation.Id} {request.Person} {request.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
}
