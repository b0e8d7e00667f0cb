using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>The lists of work on the local page.</summary>
/// <param name="Technician">For whom; empty until the page has a name.</param>
/// <param name="Lists">Each list with its first lines.</param>
internal sealed record QueueAnswer(string Technician, IReadOnlyList<QueueList> Lists);

/// <summary>One list.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Nothing">What is said when it is empty.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Lines">The first of them.</param>
internal sealed record QueueList(string Kind, string Name, string Nothing, int Count, IReadOnlyList<QueueRow> Lines);

/// <summary>One request in a list.</summary>
internal sealed record QueueRow(
    string Reference, string Name, string Customer, string StateName, string StateTone, bool Emergency, bool Urgent, bool Unread, string? TakenBy,
    string Received, string? DueText, string? DueAt, bool Late);

/// <summary>Makes the lists from the projection.</summary>
/// <param name="parts">The engine.</param>
/// <param name="clock">The clock: what is soon is so from now.</param>
internal sealed class QueueReader(EngineParts parts, TimeProvider clock)
{
    private const int Listed = 100;

    /// <summary>All lists.</summary>
    /// <param name="technician">Who asks; empty when unknown.</param>
    public QueueAnswer Read(string technician)
    {
        var live = TechnicianQueues.Live(parts.Board).ToArray();
        return new QueueAnswer(technician,
        [
            List(live, QueueKind.Queue, "À faire", "Rien n’attend un technicien.", technician),
            List(live, QueueKind.Mine, "Les miennes", technician.Length > 0 ? "Vous n’avez pris aucune demande." : "Indiquez votre nom en haut de la page.", technician),
            List(live, QueueKind.DueSoon, "Échéances proches", "Aucune échéance dans les 24 heures.", technician),
        ]);
    }

    private QueueList List(RequestDocument[] live, QueueKind kind, string name, string nothing, string technician)
    {
        var all = TechnicianQueues.Of(live, kind, technician, clock.GetUtcNow());
        return new QueueList(kind.ToString(), name, Typography.Set(new Label(nothing, nothing), Language.French), all.Length, [.. all.Take(Listed).Select(Row)]);
    }

    private QueueRow Row(RequestDocument document)
    {
        var (state, now) = (document.State, clock.GetUtcNow());
        var shown = RequestView.Short(document, told: null, home: "");
        return new QueueRow(
            shown.Reference, shown.Name, parts.Directory.Find(state.CustomerId, now)?.Name ?? state.CustomerId, shown.StateName, shown.StateTone,
            TechnicianQueues.IsEmergency(state), state.Urgent, state.UnreadSince is not null, state.TakenBy is { } by ? Typography.OneLine(by) : null,
            Instants.Say(state.ReceivedAt, Language.French), shown.DueText, shown.DueAt, state.ClockRuns && state.Due!.At <= now);
    }
}
