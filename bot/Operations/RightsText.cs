using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Rights;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Operations;

/// <summary>What the exported person reads: an index, and their requests, in French.</summary>
internal static class RightsText
{
    private static readonly string Rule = new('-', 72);

    /// <summary>What the customer file says of the person now; null for somebody who is not listed, and for a customer, whose file goes whole.</summary>
    public static JsonNode? OfPerson(DataSubject subject) => subject.Customer?.FindPerson(subject.PersonId) is not { } person ? null : new JsonObject
    {
        ["id"] = person.Id,
        ["nom"] = person.Name,
        ["adresses"] = new JsonArray([.. person.Addresses.Select(address => (JsonNode)address.Value)]),
        ["role"] = person.Role.ToString(),
        ["telephones"] = new JsonArray([.. person.Phones.Select(phone => (JsonNode)phone.Number)]),
        ["compte"] = person.EntraId?.ToString("D"),
        ["absence"] = person.Absence is { } absence ? $"{absence.From:yyyy-MM-dd}/{absence.To:yyyy-MM-dd}" : null,
    };

    /// <summary>A request's state, as data.</summary>
    public static JsonNode OfRequest(RequestDocument document) => new JsonObject
    {
        ["reference"] = document.State.Reference.Value,
        ["operation"] = document.State.OperationId,
        ["client"] = document.State.CustomerId,
        ["personne"] = document.State.PersonId,
        ["recue"] = document.State.ReceivedAt.ToString("O", CultureInfo.InvariantCulture),
        ["etat"] = document.State.State.ToString(),
        ["echeance"] = document.State.Due?.At.ToString("O", CultureInfo.InvariantCulture),
        ["journal"] = new JsonArray([.. document.Journal.Select(entry => (JsonNode)new JsonObject
        {
            ["le"] = entry.At.ToString("O", CultureInfo.InvariantCulture),
            ["fait"] = JournalWords.Say(entry.Event, null, Language.French),
        })]),
    };

    /// <summary>A message's row, as data.</summary>
    public static JsonNode OfMessage(IntakeRow row) => new JsonObject
    {
        ["cle"] = row.Key.Value,
        ["voie"] = row.Channel.ToString(),
        ["recu"] = row.ReceivedAt.ToString("O", CultureInfo.InvariantCulture),
        ["fin"] = row.End?.ToString(),
        ["brut_detruit"] = row.RawDestroyedAt?.ToString("O", CultureInfo.InvariantCulture),
    };

    /// <summary>Every request with what was written, to be read.</summary>
    public static async Task<string> OfRequestsAsync(Holdings held, EngineParts parts, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var document in held.Requests.Values)
        {
            var state = document.State;
            var name = AllOperations.TryGet(state.OperationId, out var operation) ? Typography.Capital(Typography.Set(operation!.Name, Language.French)) : state.OperationId;
            text.AppendLine(Rule).AppendLine(CultureInfo.InvariantCulture, $"{state.Reference} – {name}");
            text.AppendLine(Set($"Reçue {Instants.Say(state.ReceivedAt, Language.French)} ; {state.State.Name().Fr.ToLowerInvariant()}."));
            foreach (var key in state.FollowUps.Prepend(state.Intake).Where(key => held.Messages.ContainsKey(key.Value)))
                if (await KeptText.ReadAsync(parts.Vault, key, cancellationToken) is { } words)
                    text.AppendLine().AppendLine(Set($"Message de {words.FromName ?? words.From ?? "expéditeur inconnu"} : {words.Subject}")).AppendLine(words.Text);
            foreach (var key in state.TextKeys)
                if (await parts.Vault.ReadBytesAsync(key, cancellationToken) is { } said) text.AppendLine().AppendLine(Set("Écrit depuis :")).AppendLine(Encoding.UTF8.GetString(said));
            text.AppendLine().AppendLine("Journal");
            foreach (var entry in document.Journal) text.AppendLine(CultureInfo.InvariantCulture, $"  {JournalWords.At(entry.At)}  {JournalWords.Say(entry.Event, null, Language.French)}");
        }

        return text.Length > 0 ? text.ToString() : Set("Aucune demande.");
    }

    /// <summary>What lies where.</summary>
    public static string Index(Holdings held, IReadOnlyList<string> files, DateTimeOffset at)
    {
        var text = new StringBuilder();
        text.AppendLine(held.Subject.IsCustomer ? $"Données détenues pour {held.Subject.Customer!.Name}" : "Données à caractère personnel vous concernant");
        text.AppendLine(Set($"Extrait {Instants.Say(at, Language.French)} (article 25 ; annexe RGPD VIII)."));
        text.AppendLine().AppendLine(Set("Ce que contient ce dossier :"));
        text.AppendLine(Set("  demandes.txt : vos demandes, ce qui a été écrit, et leur journal, à lire."));
        text.AppendLine(Set("  donnees.json : tout, sous une forme lisible par un programme (portabilité)."));
        text.AppendLine(Set("  messages/ : les messages reçus, tels qu'ils sont arrivés, tant qu'ils sont conservés."));
        if (held.Subject.IsCustomer) text.AppendLine(Set("  fichier-client/ : les versions de votre fichier client."));
        text.AppendLine(Set("  fichiers/ : les fichiers joints dans Teams, tant qu'ils sont conservés."));
        text.AppendLine().AppendLine(Set("Par catégorie :"));
        text.AppendLine(Set($"  demandes : {Number(held.Requests.Count)}")).AppendLine(Set($"  messages : {Number(held.Messages.Count)}"));
        foreach (var (data, (own, naming)) in held.Counts())
        {
            var name = data.Name().Fr;
            if (own > 0) text.AppendLine(Set($"  {name} : {Number(own)}"));
            if (naming > 0) text.AppendLine(Set($"  {name}, d'autres personnes, qui vous nomment : {Number(naming)} (dans donnees.json, les seules lignes qui vous nomment)"));
        }

        text.AppendLine().AppendLine(Set("Ne figurent pas ici : les fichiers joints par d'autres personnes, les sauvegardes, la boîte mail du support, et ce que détient votre entreprise."));
        text.AppendLine().AppendLine(Set("Fichiers :"));
        foreach (var file in files.Order(StringComparer.Ordinal)) text.AppendLine(CultureInfo.InvariantCulture, $"  {file}");
        return text.ToString();
    }

    private static string Set(string sentence) => Typography.Set(sentence, Language.French);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
