using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>What page and cards show about personal data: how far a breach's 36 hours are (RGPD V), and a right's path (Art. 25).</summary>
/// <param name="parts">The engine.</param>
internal sealed class ProtectionView(EngineParts parts)
{
    /// <summary>What is begun for the technician to finish.</summary>
    /// <param name="document">The request.</param>
    /// <param name="customer">Whose it is; null when no file lists it any more.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<ProtectionDraft> DraftAsync(RequestDocument document, Customer? customer, CancellationToken cancellationToken)
    {
        var state = document.State;
        var asked = state.Rights is { MayBePassedOn: true } ? await KeptText.ReadAsync(parts.Vault, state.Intake, cancellationToken) : null;
        return new ProtectionDraft(
            await parts.BreachNotices.ReadyAsync(document, cancellationToken), asked?.Words(),
            customer is not null && DataProtectionReaders.OfBreach(customer) is not null);
    }

    /// <summary>The facts that apply; none for most requests.</summary>
    /// <param name="state">The request.</param>
    /// <param name="kind">What its message tells of; null where the operation alone says it, or the details were erased.</param>
    /// <param name="officer">SI-ONE's data protection officer; null where none is named.</param>
    /// <param name="language">The reader's language.</param>
    public static IEnumerable<BoardFact> Facts(Request state, BreachKind? kind, string? officer, Language language)
    {
        if (state.Breach is { } timer) yield return Fact("breach", new("Violation de données", "Data breach"), Breach(timer), language);
        if (state.Breach is not null && kind is { } told) yield return Fact("breach-kind", new("D'après le message", "By the message"), told.Name(), language);
        if (state.Breach is { IsOpen: true } && (state.Breach.HeldBy ?? officer) is { } name)
            yield return new BoardFact("breach-by", Typography.Set(new Label("Qui décide", "Who decides"), language), Typography.OneLine(name));
        if (state.Rights is { } path) yield return Fact("rights", new("Droits sur les données", "Data rights"), Rights(path), language);
    }

    private static Label Breach(BreachTimer timer) => timer.Stage switch
    {
        BreachStage.Proposed => new(
            $"possible ; si elle est confirmée, le client est notifié au plus tard {French(timer.DueAt)}",
            $"possible; if confirmed, the customer is notified no later than {English(timer.DueAt)}"),
        BreachStage.Running when timer.NoticeHeld => new(
            $"la notification est retenue et n'est pas partie ; le client est notifié au plus tard {French(timer.DueAt)}",
            $"the notice is held and has not left; the customer is notified no later than {English(timer.DueAt)}"),
        BreachStage.Running => new(
            $"le délai court : le client est notifié au plus tard {French(timer.DueAt)}", $"the clock runs: the customer is notified no later than {English(timer.DueAt)}"),
        BreachStage.Dismissed => new("écartée par un technicien", "dismissed by a technician"),
        BreachStage.Notified => new(
            $"notifiée au client {French(timer.NotifiedAt!.Value)}", $"the customer was notified on {English(timer.NotifiedAt.Value)}"),
    };

    private static Label Rights(RightsPath path) => path switch
    {
        { PassedOnAt: { } at } => new($"transmise au client, comme sous-traitant, {French(at)}", $"passed on to the customer, as processor, on {English(at)}"),
        { Held: true } => new(
            "transmission au client, comme sous-traitant, retenue : elle n'est pas partie", "passed on to the customer, as processor: held, it has not left"),
        { Role: DataRole.Processor } => new("SI-ONE est sous-traitant : à transmettre au client", "SI-ONE is the processor: to be passed on to the customer"),
        { Role: DataRole.Controller } => new("SI-ONE est responsable du traitement : à SI-ONE de répondre", "SI-ONE is the controller: it is for SI-ONE to answer"),
        _ => new("à dire : SI-ONE responsable du traitement, ou sous-traitant du client", "to be said: SI-ONE the controller, or the customer's processor"),
    };

    private static BoardFact Fact(string id, Label name, Label text, Language language) => new(id, Typography.Set(name, language), Typography.Set(text, language));

    private static string French(DateTimeOffset instant) => Instants.Say(instant, Language.French);

    private static string English(DateTimeOffset instant) => Instants.Say(instant, Language.English);
}

/// <summary>Texts about personal data that a technician finishes.</summary>
/// <param name="Notice">The notice of a breach; null where none is being written.</param>
/// <param name="Asked">What somebody asks about their data, to be passed on; null where nothing is.</param>
/// <param name="MayNotify">The customer's file names somebody to notify.</param>
internal sealed record ProtectionDraft(string? Notice, string? Asked, bool MayNotify);
