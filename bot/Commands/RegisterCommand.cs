using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>register</c>: the register of processing (RGPD IX) in French, as text or JSON. What no setting says is « à compléter », and its key is told on standard error.</summary>
/// <param name="output">The register.</param>
/// <param name="error">What is missing.</param>
public sealed class RegisterCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var format = new Option<string>("--format") { DefaultValueFactory = _ => "text", Description = "text or json." };
            format.AcceptOnlyFromAmong("text", "json");
            var command = new Command("register", "Prints the register of processing (RGPD IX) in French, out of settings and customer files; exit 0 also where something is still to be filled in.") { format };
            command.SetAction((parsed, _) => RunAsync(parsed.GetValue(format) == "json"));
            return command;
        }
    }

    private async Task<int> RunAsync(bool asJson)
    {
        var read = HostConfiguration.Read();
        if (read.Usable is not { } settings) return await SettingsReport.WriteAsync(read, error);
        var customers = CustomerFiles.Load(settings.Host.Customers!);
        foreach (var mistake in customers.Mistakes) await error.WriteLineAsync(mistake.ToString());
        if (!customers.Mistakes.IsEmpty) return 1;
        var now = TimeProvider.System.GetUtcNow();
        var register = Register.Of(settings, new CustomerDirectory(customers.Customers).All(now), ParisTime.DateOf(now));
        if (asJson) await output.WriteLineAsync(JsonSerializer.Serialize(register, RegisterJson.Readable.Register));
        else
            foreach (var line in RegisterText.Of(register)) await output.WriteLineAsync(line);
        foreach (var key in register.MissingKeys) await error.WriteLineAsync($"{key}: still to be filled in.");
        return 0;
    }
}

/// <summary>The register as a page to be printed.</summary>
internal static class RegisterText
{
    public static IEnumerable<string> Of(Register register) =>
    [
        $"REGISTRE DES ACTIVITÉS DE TRAITEMENT (sous-traitant, annexe RGPD IX), au {RegisterWords.Day(register.Date)}",
        .. Titled("1. Sous-traitant", [$"Nom : {register.Processor.Name}", $"Adresse : {register.Processor.PostalAddress}",
            $"Délégué à la protection des données : {register.Processor.Officer}", $"Exercice des droits (article 25) : {register.Processor.Address}"]),
        .. Titled("2. Responsables de traitement et traitements effectués pour leur compte", register.Controllers.SelectMany(Of)),
        .. Titled("3. Personnes concernées (annexe RGPD I)", register.People.Select(Item)),
        .. Titled("4. Données traitées (annexe RGPD I)", register.Data.Select(Item)),
        .. Titled("5. Sous-traitants ultérieurs (annexe RGPD II f)", register.SubProcessors.SelectMany(Of).DefaultIfEmpty("Aucun.")),
        .. Titled("6. Transferts hors de l'Union européenne (annexe RGPD IX)", [register.Transfers]),
        .. Titled("7. Durées de conservation", register.Retention.Select(rule => Item($"{rule.Data} : {rule.HowLong} ; à compter de : {rule.From} ({rule.Under} ; {rule.EndedBy})"))),
        .. Titled("8. Mesures de sécurité (annexe RGPD VII)", register.Security.Select(Item)),
    ];

    private static IEnumerable<string> Of(RegisteredController controller)
    {
        yield return $"{controller.Name} ({controller.Id})";
        yield return $"  Délégué ou représentant : {controller.Contact}";
        if (controller.Since is { } since) yield return $"  Contrat depuis le {RegisterWords.Day(since)}{(controller.Until is { } until ? $", terminé le {RegisterWords.Day(until)}" : "")}";
        foreach (var processing in controller.Processings) yield return $"  {Item(processing)}";
        yield return $"  Sort des données (annexe RGPD VIII) : {controller.DataAtEnd}";
    }

    private static IEnumerable<string> Of(RegisteredSubProcessor other) =>
        [Item($"{other.Service} : {other.Name} ; pays : {other.Country}"), .. other.Agreements.Select(agreement => $"    {agreement}")];

    private static string Item(string text) => $"- {text}";

    private static IEnumerable<string> Titled(string title, IEnumerable<string> lines) => ["", RegisterWords.Set(title), .. lines.Select(RegisterWords.Set)];
}

/// <summary>Source-generated JSON of the register.</summary>
[JsonSerializable(typeof(Register))]
internal sealed partial class RegisterJson : JsonSerializerContext
{
    /// <summary>Letters as they are: people read it.</summary>
    public static RegisterJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
