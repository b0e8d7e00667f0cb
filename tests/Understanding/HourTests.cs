using System.Globalization;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>The hour of a departure or closing, received on Wednesday 2026-03-11.</summary>
public sealed class HourTests
{
    [Theory]
    [InlineData("Paul Jourdheuil quitte la société vendredi 27 mars à 12h, merci de fermer son compte.", "12:00")]
    [InlineData("Merci de désactiver le compte de Paul Jourdheuil le 31 mars à 17 h 30.", "17:30")]
    [InlineData("Merci de désactiver le compte de Paul Jourdheuil le 31 mars à 17h30, c'est son dernier jour.", "17:30")]
    [InlineData("Départ de Paul Jourdheuil le 31 mars à midi, merci de couper son compte.", "12:00")]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil vendredi à compter de 18h, il nous quitte.", "18:00")]
    [InlineData("Paul Jourdheuil nous quitte. Fermer son compte à partir de 18 heures le 31 mars.", "18:00")]
    [InlineData("Paul Jourdheuil quitte la société vendredi. Merci de couper tous ses accès et son compte à 17h.", "17:00")]
    [InlineData("Merci de rediriger les mails de Paul Jourdheuil vers accueil@verrier.example à partir de vendredi 18h.", "18:00")]
    [InlineData("Merci de transformer la boîte de Paul Jourdheuil en boîte partagée vendredi soir à 19h.", "19:00")]
    [InlineData("Merci de fermer la boîte stage@verrier.example le 20 mars à 18:15.", "18:15")]
    [InlineData("Please close the account of Paul Jourdheuil on March 31 at 5pm, he is leaving the company.", "17:00")]
    [InlineData("Fermer le compte de Paul Jourdheuil le 31 mars à 6h du soir, il quitte la société.", "18:00")]
    public async Task The_hour_of_the_effective_date_is_read(string text, string hour) => Assert.Equal(hour, Written((await Read.First(text)).Hour));

    [Theory]
    [InlineData("Paul Jourdheuil quitte la société le 31 mars, merci de fermer son compte. Le pot de départ est le 31 mars à 17h.")]
    [InlineData("Paul Jourdheuil quitte la société vendredi. Réunion à 14h pour en parler, merci de fermer son compte.")]
    [InlineData("Paul Jourdheuil quitte la société vendredi, merci de fermer son compte. Je suis joignable de 9h à 12h.")]
    [InlineData("Paul Jourdheuil quitte la société vendredi, il rendra son PC vendredi à 17h. Merci de fermer son compte.")]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil vendredi, nos bureaux ouvrent à 8h30.")]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil vendredi. Le technicien passe jeudi à 10h.")]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil vendredi avant 12h, il quitte la société.")]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil vendredi vers 18h, il quitte la société.")]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil vendredi après-midi, il quitte la société.")]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil à 18h, il quitte la société.")]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil sous 48h, il part vendredi.")]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil le 31 mars à 25h.")]
    [InlineData("Fermer le compte de Paul Jourdheuil le 31 mars à 17h, il quitte la société. Non, plutôt le 31 mars à 18h.")]
    [InlineData("Zoé Castelain arrive lundi à 9h, merci de créer son compte Microsoft 365.")]
    [InlineData("Mon PC ne démarre plus depuis lundi à 9h.")]
    public async Task Another_hour_is_not(string text) => Assert.Null((await Read.First(text)).Hour);

    private static string? Written(TimeOnly? hour) => hour?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
