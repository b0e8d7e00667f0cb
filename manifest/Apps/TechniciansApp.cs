using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Manifest.Apps;

/// <summary>The technicians' app: request cards in their team's channel, their own work in a personal chat.</summary>
internal static class TechniciansApp
{
    public static AppDefinition Of(ManifestInput input) => new(TeamsApp.Technicians)
    {
        ShortName = AppNames.Short(input.CompanyName!, new Label("Techniciens", "Technicians"), new Label("Techniciens du support", "Support technicians")),
        FullName = new Label($"Demandes des clients de {input.CompanyName}, pour les techniciens", $"Requests of {input.CompanyName}'s customers, for technicians"),
        ShortDescription = new Label("La file des demandes, leurs échéances et les décisions à prendre.", "The queue of requests, when they are due, what is to be decided."),
        FullDescription = new Label(
            "Chaque demande d'un client arrive dans le canal de l'équipe avec ce qui a été compris, les articles du contrat, l'échéance et la preuve d'identité. "
            + "On la prend, on interroge, on approuve, on refuse ou on la termine depuis sa carte. "
            + "Seuls les membres de l'équipe technique qui en ont le rôle peuvent agir.",
            "Each request of a customer arrives in the team's channel with what was understood, the contract's articles, when it is due and the proof of identity. "
            + "It is taken, questioned, approved, declined or finished from its card. "
            + "Only members of the technicians' team who hold the role can act."),
        AccentColour = "#0b5a4b",
        Scopes = ["team", "personal"],
        Commands =
        [
            new(new Label("file", "queue"), new Label("Les demandes qui attendent un technicien", "The requests that wait for a technician")),
            new(new Label("mes interventions", "my work"), new Label("Les demandes que vous avez prises", "The requests that you have taken")),
            new(new Label("échéances", "due soon"), new Label("Les demandes dont l'échéance approche", "The requests that are due soon")),
            new(new Label("appel", "call"), new Label("Consigner l'appel téléphonique d'un client", "Log a customer's phone call")),
            new(new Label("aide", "help"), new Label("Les commandes et ce qu'elles font", "The commands and what they do")),
        ],
        Extension =
        [
            new("searchRequests", new Label("Chercher une demande", "Find a request"), new Label("Cherche parmi les demandes des clients", "Searches the customers' requests"))
            {
                Search = new("text", new Label("Recherche", "Search"), new Label("Référence, client ou mots de la demande", "Reference, customer or words of the request")),
            },
        ],
    };
}
