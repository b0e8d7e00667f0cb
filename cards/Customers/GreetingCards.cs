using System.Collections.Immutable;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>Cards that are about no request: welcome, help, and what is said where nothing can be done.</summary>
internal static class GreetingCards
{
    public static AdaptiveCard Welcome(Language language, Level level) => Of(
        language, new("Bonjour, nous sommes là pour vous aider", "Hello, we are here to help"),
        [
            Blocks.Text(Say(new("Écrivez votre demande avec vos mots, comme à un collègue : vous recevez aussitôt une référence et la suite.",
                "Write your request in your own words, as you would to a colleague: you get a reference and what happens next at once."), language)),
            .. OfLevel(level) is { } rule ? (CardElement[])[Blocks.Text(Say(rule, language))] : [],
            .. Part(language, new("Par exemple", "For example"), Examples(level)),
            .. Part(language, new("À tout moment", "At any time"), Commands),
        ]);

    public static AdaptiveCard Help(Language language, Level level) => Of(
        language, new("Comment ça marche", "How it works"),
        [
            Blocks.Text(Say(new("Une demande s'écrit avec vos mots, en une fois. S'il manque quelque chose, nous vous le demandons ici.",
                "Write a request in your own words, in one go. If something is missing, we ask you here."), language)),
            .. OfLevel(level) is { } rule ? (CardElement[])[Blocks.Text(Say(rule, language))] : [],
            .. Part(language, new("Vous pouvez écrire", "You can write"), Commands),
            Blocks.Subtle(Say(new("N'écrivez jamais de mot de passe : nous n'en avons pas besoin.", "Never write a password: we do not need one."), language), Spacing.Medium),
        ]);

    /// <summary>The same for everybody whose company is not known: it tells nothing of who is a customer.</summary>
    public static AdaptiveCard UnknownTenant(Language language) => Of(
        language, new("Nous ne pouvons pas vous répondre ici", "We cannot answer you here"),
        [
            Blocks.Text(Say(new("Cette application est réservée aux entreprises pour lesquelles elle a été mise en service. Votre message n'est pas traité.",
                "This application is for companies for which it has been set up. Your message is not handled."), language)),
            Blocks.Text(Say(new("Pensez-vous que c'est une erreur ? Parlez-en à la personne qui s'occupe de l'informatique dans votre entreprise.",
                "Do you think that this is a mistake? Please tell whoever looks after IT in your company."), language)),
        ]);

    public static AdaptiveCard Received(Language language) => Of(
        language, new("Message bien reçu", "Message received"),
        [
            Blocks.Text(Say(new("Nous n'y avons pas trouvé de demande. Écrivez-nous en quelques mots ce dont vous avez besoin.",
                "We found no request in it. Tell us in a few words what you need."), language)),
            Blocks.Subtle(Say(new("Écrivez « aide » pour voir des exemples.", "Write “help” to see examples."), language)),
        ]);

    private static AdaptiveCard Of(Language language, Label title, IEnumerable<CardElement> body) => CardFit.Make(
        language, CardWords.Say(title, language), refresh: null, _ => [Blocks.Heading(Say(title, language)), .. body]);

    // Art. 3: with Standard the mail is what counts; Art. 9: with the others, the application.
    private static Label? OfLevel(Level level) => level is not Level.Standard ? null : new(
        "Avec la formule Standard, une demande est valable par mail : nous préparons ce mail, et il vous reste à l'envoyer.",
        "With the Standard plan a request is valid by mail: we prepare this mail, and all you have to do is send it.");

    private static ImmutableArray<Label> Examples(Level level) =>
    [
        new("« L'imprimante de l'accueil n'imprime plus depuis ce matin. »", "“The printer at the front desk has not printed since this morning.”"),
        new("« J'ai supprimé un dossier hier, pouvez-vous le restaurer ? »", "“I deleted a folder yesterday, can you restore it?”"),
        new("« Une collègue arrive le 7 décembre : il lui faut un compte et un téléphone. »", "“A colleague starts on 7 December: she needs an account and a phone.”"),
        .. level is Level.Serenite
            ? (Label[])[new("« Pouvez-vous passer jeudi installer le nouvel écran ? »", "“Can you come on Thursday to install the new screen?”")]
            : [],
        new("« J'ai perdu mon téléphone professionnel. » Nos techniciens sont alertés aussitôt.", "“I have lost my company phone.” Our technicians are alerted at once."),
    ];

    private static ImmutableArray<Label> Commands { get; } =
    [
        new("« mes demandes » : la liste de vos demandes", "“my requests”: the list of your requests"),
        new("« état » et une référence, comme « état SI-7K3M-9QXA » : où en est la demande", "“status” and a reference, such as “status SI-7K3M-9QXA”: where the request stands"),
        new("« annuler » et une référence : nous ne donnons pas suite à la demande", "“cancel” and a reference: we take the request no further"),
        new("« aide » : cette aide", "“help”: this help"),
    ];

    private static IEnumerable<CardElement> Part(Language language, Label label, ImmutableArray<Label> lines) =>
        Blocks.Part(Say(label, language), lines.Select(line => Say(line, language)));

    private static string Say(Label label, Language language) => CardWords.Text(label, language);
}
