using System.Collections.Immutable;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>Several requests in one message, each with the words that ask for it.</summary>
public sealed class LearnedSplitTests
{
    private static readonly LearnedUnderstanding Reader = new();

    [Theory]
    [InlineData("Bonjour,\nPaul Jourdheuil quitte l'entreprise le 31 mars, merci de fermer son compte.\nIl faudra aussi récupérer son téléphone professionnel.\nCordialement,\nInès Valbray",
        "licence.departure: Paul Jourdheuil quitte l'entreprise le 31 mars, merci de fermer son compte; phone.return: Il faudra aussi récupérer son téléphone professionnel")]
    [InlineData("Bonjour\n  L'imprimante du premier étage affiche un bourrage papier.\n  Par ailleurs, pouvez-vous nous faire un devis pour trois écrans ?\nMerci",
        "incident.print: L'imprimante du premier étage affiche un bourrage papier; other.quote: Par ailleurs, pouvez-vous nous faire un devis pour trois écrans")]
    public void Each_request_has_its_own_words(string text, string expected)
    {
        var requests = Read(text);
        Assert.Equal(expected, string.Join("; ", requests.OrderBy(request => request.Span!.Value.Start).Select(request => $"{request.Operation.Id}: {text.Substring(request.Span!.Value.Start, request.Span.Value.Length)}")));
    }

    [Theory]
    [InlineData("Merci de fermer le compte de Paul Jourdheuil, pas de redirection et pas de message d'absence.")]
    [InlineData("Mon PC ne s'allume plus, ce n'est pas un virus.")]
    public void What_is_denied_is_no_request(string text) => Assert.Single(Read(text));

    [Theory]
    [InlineData("ok")]
    [InlineData("👍")]
    [InlineData("")]
    public void What_says_nothing_is_no_request(string text) => Assert.Equal("other.none", Assert.Single(Read(text)).Operation.Id);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("😂😂")]
    [InlineData("\uDC00 mot de passe \uD83D")]
    [InlineData("---")]
    [InlineData("1")]
    public void Odd_texts_give_a_request_and_no_exception(string text) => Assert.NotEmpty(Read(text));

    [Theory]
    [MemberData(nameof(RobustnessTests.HostileTexts), MemberType = typeof(RobustnessTests))]
    public void A_megabyte_of_anything_is_read(string name, string text)
    {
        Assert.NotEmpty(name);
        Assert.All(Reader.Understand(new MessageToUnderstand(Channel.Mail, text, text, LabelledRequests.ReceivedAt)), request =>
        {
            Assert.InRange(request.Confidence, 0, 1);
            if (request.Span is { } span) Assert.InRange(span.End, span.Start, text.Length);
        });
    }

    private static ImmutableArray<UnderstoodRequest> Read(string text) => Reader.Understand(new MessageToUnderstand(Channel.Mail, "", text, LabelledRequests.ReceivedAt));
}
