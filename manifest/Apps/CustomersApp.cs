using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Manifest.Apps;

/// <summary>The customers' app: one writes to it in one's own words, in a personal chat.</summary>
internal static class CustomersApp
{
    public static AppDefinition Of(ManifestInput input) => new(TeamsApp.Customers)
    {
        ShortName = AppNames.Short(input.CompanyName!, new Label("Support", "Support"), new Label("Support informatique", "IT support")),
        FullName = new Label($"Demandes de support à {input.CompanyName}", $"Support requests to {input.CompanyName}"),
        ShortDescription = new Label("Vos demandes de support et leur échéance, sans quitter Teams.", "Your support requests and when they are due, in Teams."),
        FullDescription = new Label(
            $"Écrivez votre demande avec vos mots : une boîte mail à créer, un mot de passe oublié, un fichier à restaurer, un téléphone perdu, une panne. "
            + "Vous recevez aussitôt une référence et une échéance, puis vous suivez la demande jusqu'à sa fin. "
            + "Les administrateurs de votre entreprise y approuvent les demandes qui l'exigent. "
            + $"Par mail : {input.SupportAddress}.",
            $"Write your request in your own words: a mailbox to create, a forgotten password, a file to restore, a lost phone, a fault. "
            + "You receive a reference and a due time at once, and follow the request to its end. "
            + "Your company's administrators approve the requests that need it. "
            + $"By mail: {input.SupportAddress}."),
        AccentColour = "#123a6b",
        Scopes = ["personal"],
        TakesFiles = true,
        Commands =
        [
            new(new Label("mes demandes", "my requests"), new Label("Vos demandes en cours et leur échéance", "Your open requests and when they are due")),
            new(new Label("état", "status"), new Label("Où en est une demande : écrivez « état » et sa référence", "Where a request stands: write \"status\" and its reference")),
            new(new Label("annuler", "cancel"), new Label("Retirer une demande : écrivez « annuler » et sa référence", "Withdraw a request: write \"cancel\" and its reference")),
            new(new Label("aide", "help"), new Label("Ce que vous pouvez demander, avec des exemples", "What you can ask for, with examples")),
        ],
        Extension =
        [
            new("createRequest", new Label("Créer une demande", "Create a request"),
                new Label("Crée une demande de support à partir de ce message", "Creates a support request from this message")),
            new("searchRequests", new Label("Mes demandes", "My requests"), new Label("Cherche parmi vos demandes", "Searches your requests"))
            {
                Search = new("text", new Label("Recherche", "Search"), new Label("Référence ou mots de la demande", "Reference or words of the request")),
            },
        ],
    };
}
