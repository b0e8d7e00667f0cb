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
    /// <param name="language">The reader's language.</param>
    public static IReadOnlyList<BoardFact> Of(Request state, Customer? customer, LifeTimes times, ReadingFlags flags, Language language) =>
    [
        .. Standing(state, customer, times).Concat(Clock(state)).Concat(Message(flags))
            .Select(fact => new BoardFact(fact.Id, Typography.Set(fact.Name, language), Typography.Set(fact.Text, language))),
    ];

    private static IEnumerable<Fact> Message(ReadingFlags flags)
    {
        if (flags.HasFlag(ReadingFlags.Divergent))
            yield return new Fact("divergent", new("Contenu divergent", "Divergent content"), new(
                "le texte brut du mail ne dit pas la même chose que ce qui s'affiche", "the plain text of the mail does not say what is shown"));
        if (flags.HasFlag(ReadingFlags.Encrypted))
            yield return new Fact("encrypted", new("Mail chiffré", "Encrypted mail"), new(
                "son contenu ne peut pas être lu ici : demander au client de l'envoyer en clair", "its content cannot be read here: ask the customer to send it unencrypted"));
    }

    private static IEnumerable<Fact> Standing(Request state, Customer? customer, LifeTimes times)
    {
        yield return new Fact("waits", state.State.IsEnded() ? new("Reste à faire", "Left to do") : new("Attend", "Waits for"), state.WaitsFor());
        yield return new Fact("since", new("Depuis", "Since"), At(state.Since));
        yield return new Fact("taken", new("Qui l'a", "Who has it"), state.TakenBy is { } technician ? Name(Typography.OneLine(technician)) : new("personne", "nobody"));
        if (Agenda.ClosesAt(state, customer?.Subscription.Weekend, times) is { } closes)
            yield return new Fact("closes", new("Sans réponse", "Without an answer"), state.UnreadSince is null
                ? new($"close {French(closes)}", $"closed on {English(closes)}")
                : new("rien n'est clos : un message du client attend d'être lu", "nothing is closed: a message from the customer waits to be read"));
        if (state.Reminders > 0) yield return new Fact("reminders", new("Rappels", "Reminders"), Reminders(state.Reminders, state.RemindedAt ?? state.Since));
        if (state is { State: RequestState.Done, DoneAt: { } done })
            yield return new Fact("rests", new("Close", "Closes"), new($"d'elle-même {French(done + times.ReopenWithin)}", $"by itself on {English(done + times.ReopenWithin)}"));
        if (state.UnreadSince is { } unread)
            yield return new Fact("unread", new("À lire", "To be read"), new($"un message du client, reçu {French(unread)}", $"a message from the customer, received on {English(unread)}"));
        if (state.VisitAt is { } visit) yield return new Fact("visit", new("Visite", "Visit"), At(visit));
    }

    private static IEnumerable<Fact> Clock(Request state)
    {
        if (state.IsPaused)
            yield return new Fact("pause", new("Délai", "Clock"), new($"à l'arrêt depuis {French(state.Pauses[^1].From)}", $"stopped since {English(state.Pauses[^1].From)}"));
        if (state.Due is not { } due || state.State.IsEnded()) yield break;
        // A date that nobody was told is a mark for technicians alone.
        if (!state.ClockRuns)
            yield return new Fact("shadow", new("Repère interne", "Internal date"), state.IsPaused
                ? new($"{French(due.At)}, repoussé du temps d'attente", $"{English(due.At)}, put off by the waiting time")
                : At(due.At));
        else if (due.Earliest < due.At)
            yield return new Fact("earliest", new("À traiter avant", "To be handled before"), At(due.Earliest));
        if (due.NotBefore is { } start && ParisTime.DateOf(start) is var day)
            yield return new Fact("not-before", new("Pas avant", "Not before"), new(Instants.Say(day, Language.French), Instants.Say(day, Language.English)));
        if (due.ByCalendar != due.ByServiceDays)
            yield return new Fact("readings", new("Les deux lectures", "Both readings"), new(
                $"en jours de service {French(due.ByServiceDays)} ; en heures d'horloge {French(due.ByCalendar)}",
                $"by service days {English(due.ByServiceDays)}; by the wall clock {English(due.ByCalendar)}"));
    }

    private static Label Reminders(int count, DateTimeOffset last)
    {
        var number = count.ToString(CultureInfo.InvariantCulture);
        return new($"{number}, le dernier {French(last)}", $"{number}, the last on {English(last)}");
    }

    private static Label At(DateTimeOffset instant) => new(French(instant), English(instant));

    private static Label Name(string name) => new(name, name);

    private static string French(DateTimeOffset instant) => Instants.Say(instant, Language.French);

    private static string English(DateTimeOffset instant) => Instants.Say(instant, Language.English);

    private sealed record Fact(string Id, Label Name, Label Text);
}
