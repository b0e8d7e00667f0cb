using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says of single requests what waits, what was not done under the contract, and what was done in the tenant.</summary>
internal static class DigestRequestWords
{
    private const int MaxSaid = 160;

    /// <summary>Stands for a name in a label, which is not ours to set.</summary>
    private const string Who = "{who}";

    /// <summary>A line about a request.</summary>
    public static WordedLine Line(RequestReference reference, string operationId, Language language, params ImmutableArray<Label> notes) => new(
        $"{reference} · {Typography.Set(AllOperations.Get(operationId).Name, language)}", [.. notes.Select(note => Typography.Set(note, language))])
    {
        Reference = reference.Value,
    };

    /// <summary>What waits for the customer, longest first.</summary>
    public static IEnumerable<WordedPart> Waiting(CustomerDigest digest, Language language, Func<RequestId, Uri?> linkOf) => DigestPage.Part(
        new("Ce qui attend votre entreprise", "What waits for your company"),
        [.. digest.Waiting.Select(waiting => Waiting(waiting, language, linkOf(waiting.Request)))], DigestPage.Waiting, DigestPage.Others, language)
        .Select(part => part with { Tells = PartKind.Waiting });

    private static WordedLine Waiting(DigestWaiting waiting, Language language, Uri? link)
    {
        var (waits, answer) = Owed(waiting);
        var since = Instants.InYear(waiting.Since, language);
        var said = Typography.Set(new Label($"{waits.Fr} depuis {since}.", $"{waits.En} since {since}."), language);
        if (Name(waiting.AskedBy) is { } asker) said += With(asker, new($" Demandé par {Who}.", $" Asked by {Who}."), language);
        if (waiting.ClosesAt is { } end)
            said += Typography.Set(new Label($" Sans réponse, close {Instants.InYear(end, language)}.", $" Without an answer, closed {Instants.InYear(end, language)}."), language);
        return Line(waiting.Reference, waiting.OperationId, language) with
        {
            Notes = [said],
            Link = link is null ? null : new WordedLink(Typography.Set(answer, language), link.AbsoluteUri),
        };
    }

    /// <summary>What is owed, and what answering it is called.</summary>
    private static (Label Waits, Label Answer) Owed(DigestWaiting waiting) => waiting.State switch
    {
        RequestState.WaitingForApproval when AllOperations.Get(waiting.OperationId).Asker is Asker.Direction => (
            new("Attend l'accord de la direction", "Waits for management’s approval"), new("Accepter ou refuser", "Approve or decline")),
        RequestState.WaitingForApproval => (
            new("Attend l'accord d'un administrateur ou de la direction", "Waits for an administrator’s or management’s approval"),
            new("Accepter ou refuser", "Approve or decline")),
        RequestState.WaitingForDetails => (
            new("Attend des précisions du demandeur", "Waits for details from whoever asked"), new("Donner les précisions", "Give the details")),
        _ => (
            new("Attend d'être confirmée par la voie prévue (articles 3 et 9)", "Waits to be confirmed by the agreed channel (articles 3 and 9)"),
            new("Confirmer la demande", "Confirm the request")),
    };

    /// <summary>What is outside the contract or refused, and why.</summary>
    public static IEnumerable<WordedPart> Asides(CustomerDigest digest, Language language) => DigestPage.Part(
        new("Hors contrat ou sans suite", "Outside the contract or not pursued"),
        [.. digest.Asides.Select(aside => Aside(aside, language))], DigestPage.Asides, DigestPage.Others, language);

    private static WordedLine Aside(DigestAside aside, Language language)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.AddRange(aside.Findings.DistinctBy(finding => finding.Text).Select(finding =>
            Typography.Set(finding.Text, language) + (ReasonWords.Cited(finding, language) is { } cited ? $" {cited}" : "")));
        if (aside.Findings.IsEmpty) notes.Add(Reason(aside, language));
        if (Typography.Unlinked(aside.Said, MaxSaid) is { } said) notes.Add(Typography.Set(new Label("Le motif : ", "The reason: "), language) + said);
        if (Since(aside) is { } since) notes.Add(Typography.Set(since, language));
        return Line(aside.Reference, aside.OperationId, language) with
        {
            Notes = notes.ToImmutable(),
            Status = Typography.Set(aside.Why is AsideKind.Quote ? new Label("Sur devis", "By quote") : new Label("Sans suite", "Not pursued"), language),
            Tone = Tone.Aside,
        };
    }

    /// <summary>Where no clause's sentence is left, or a person decided.</summary>
    private static string Reason(DigestAside aside, Language language) => aside.Why switch
    {
        AsideKind.Quote => Typography.Set(new Label("Un devis est nécessaire : ce n'est pas un refus.", "A quote is needed: this is not a refusal."), language),
        AsideKind.Terminated => Typography.Set(new Label("Le contrat a pris fin (article 2).", "The contract has ended (article 2)."), language),
        AsideKind.RefusedByTechnician => Typography.Set(new Label("SI-ONE n'y a pas donné suite.", "SI-ONE has not pursued it."), language),
        AsideKind.RefusedByCustomer when Name(aside.DeclinedBy) is { } name => With(name, new($"Refusé par {Who}.", $"Declined by {Who}."), language),
        AsideKind.RefusedByCustomer => Typography.Set(new Label("Refusé par votre entreprise.", "Declined by your company."), language),
    };

    private static Label? Since(DigestAside aside) => aside.State switch
    {
        RequestState.ToBeQuoted or RequestState.Declined => null,
        RequestState.Withdrawn => new("Annulée depuis.", "Cancelled since."),
        RequestState.Closed or RequestState.Done => new("Réglée depuis.", "Settled since."),
        _ => new("Prise en charge depuis.", "Taken in since."),
    };

    /// <summary>What was done in the tenant, and who said yes.</summary>
    public static IEnumerable<WordedPart> Work(CustomerDigest digest, Language language) => DigestPage.Part(
        new("Ce qui a été fait dans votre Microsoft 365", "What was done in your Microsoft 365"),
        [.. digest.Work.Select(work => Work(work, language))], DigestPage.Work, DigestPage.Others, language);

    private static WordedLine Work(DigestWork work, Language language)
    {
        var said = Typography.Set(Changes(work, Instants.InYear(work.DoneAt, language)), language);
        var yes = Name(work.ApprovedBy);
        if (Name(work.AskedBy) is { } asker && asker != yes) said += With(asker, new($" Demandé par {Who}.", $" Asked by {Who}."), language);
        if (yes is not null) said += With(yes, new($" Accord de {Who}.", $" Approved by {Who}."), language);
        if (!work.Technicians.IsEmpty) said += Technicians(work, language);
        return Line(work.Reference, work.OperationId, language) with { Notes = [said] };
    }

    private static Label Changes(DigestWork work, string at)
    {
        var (fr, en) = (new List<string>(), new List<string>());
        if (work.Steps > 0)
        {
            fr.Add(work.Steps == 1 ? "une modification faite et vérifiée" : $"{work.Steps} modifications faites et vérifiées");
            en.Add(work.Steps == 1 ? "one change made and verified" : $"{work.Steps} changes made and verified");
        }

        if (work.ByHand > 0)
        {
            fr.Add(work.ByHand == 1 ? "une faite par un technicien" : $"{work.ByHand} faites par un technicien");
            en.Add(work.ByHand == 1 ? "one made by a technician" : $"{work.ByHand} made by a technician");
        }

        var (head, headEn) = work.Undoes ? ("Remise en place : ", "Put back: ") : ("", "");
        return new(
            Typography.Capital($"{head}{string.Join(", ", fr)}, {at}."), Typography.Capital($"{headEn}{string.Join(", ", en)}, {at}."));
    }

    /// <summary>An account without a name stands for a technician: its id says nothing to anybody.</summary>
    private static string Technicians(DigestWork work, Language language)
    {
        var unnamed = Typography.Set(new Label("un technicien", "a technician"), language);
        var names = work.Technicians.Select(id => Guid.TryParse(id, out _) ? unnamed : Name(id) ?? unnamed).Distinct(StringComparer.Ordinal);
        return With(string.Join(", ", names), new($" Validé chez SI-ONE par {Who}.", $" Checked at SI-ONE by {Who}."), language);
    }

    private static string? Name(string? name) => name is null ? null : Typography.OneLine(name) is { Length: > 0 } line ? line : null;

    private static string With(string name, Label label, Language language) => Typography.Set(label, language).Replace(Who, name, StringComparison.Ordinal);
}
