using System.Globalization;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Host.Api;

/// <summary>What a technician has to know of a request at a glance: who has it, what it waits for, and until when.</summary>
internal static class RequestFacts
{
    /// <summary>The facts that apply, the standing first. Never empty.</summary>
    /// <param name="state">The request.</param>
    /// <param name="customer">Whose it is; null when no file lists it any more.</param>
    /// <param name="times">The waiting times.</param>
    /// <param name="flags">What its message was besides its words.</param>
    public static IReadOnlyList<BoardFact> Of(Request state, Customer? customer, LifeTimes times, ReadingFlags flags) =>
        [.. Standing(state, customer, times).Concat(Clock(state)).Concat(Message(flags)).Select(fact => fact with { Text = Typography.Set(fact.Text, Language.French) })];

    private static IEnumerable<BoardFact> Message(ReadingFlags flags)
    {
        if (flags.HasFlag(ReadingFlags.Divergent)) yield return new BoardFact("divergent", "Contenu divergent", "le texte brut du mail ne dit pas la même chose que ce qui s’affiche");
        if (flags.HasFlag(ReadingFlags.Encrypted)) yield return new BoardFact("encrypted", "Mail chiffré", "son contenu ne peut pas être lu ici : demander au client de l’envoyer en clair");
    }

    private static IEnumerable<BoardFact> Standing(Request state, Customer? customer, LifeTimes times)
    {
        yield return new BoardFact("waits", state.State.IsEnded() ? "Reste à faire" : "Attend", StateWords.WaitsFor(state));
        yield return new BoardFact("since", "Depuis", Instant(state.Since));
        yield return new BoardFact("taken", "Qui l’a", state.TakenBy is { } technician ? Typography.OneLine(technician) : "personne");
        if (Agenda.ClosesAt(state, customer?.Subscription.Weekend, times) is { } closes)
            yield return new BoardFact("closes", "Sans réponse", state.UnreadSince is null
                ? $"close {Instant(closes)}"
                : "rien n’est clos : un message du client attend d’être lu");
        if (state.Reminders > 0)
            yield return new BoardFact("reminders", "Rappels", $"{state.Reminders.ToString(CultureInfo.InvariantCulture)}, le dernier {Instant(state.RemindedAt ?? state.Since)}");
        if (state is { State: RequestState.Done, DoneAt: { } done }) yield return new BoardFact("rests", "Close", $"d’elle-même {Instant(done + times.ReopenWithin)}");
        if (state.UnreadSince is { } unread) yield return new BoardFact("unread", "À lire", $"un message du client, reçu {Instant(unread)}");
        if (state.VisitAt is { } visit) yield return new BoardFact("visit", "Visite", Instant(visit));
    }

    private static IEnumerable<BoardFact> Clock(Request state)
    {
        if (state.IsPaused) yield return new BoardFact("pause", "Délai", $"à l’arrêt depuis {Instant(state.Pauses[^1].From)}");
        if (state.Due is not { } due || state.State.IsEnded()) yield break;
        // A date that nobody was told is a mark for technicians alone.
        if (!state.ClockRuns)
            yield return new BoardFact("shadow", "Repère interne", state.IsPaused ? $"{Instant(due.At)}, repoussé du temps d’attente" : Instant(due.At));
        else if (due.Earliest < due.At)
            yield return new BoardFact("earliest", "À traiter avant", Instant(due.Earliest));
        if (due.NotBefore is { } start) yield return new BoardFact("not-before", "Pas avant", Instants.Say(ParisTime.DateOf(start), Language.French));
        if (due.ByCalendar != due.ByServiceDays)
            yield return new BoardFact("readings", "Les deux lectures", $"en jours de service {Instant(due.ByServiceDays)} ; en heures d’horloge {Instant(due.ByCalendar)}");
    }

    private static string Instant(DateTimeOffset instant) => Instants.Say(instant, Language.French);
}
