using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Words;

/// <summary>What was done, in words.</summary>
/// <param name="Label">Heads the lines.</param>
/// <param name="Lines">What is done, each with how it stands while not all is.</param>
/// <param name="Approved">Who approved it, and when: a line each.</param>
public sealed record WordedWork(string Label, ImmutableArray<string> Lines, ImmutableArray<string> Approved);

/// <summary>Says what was done to whoever asked, in plain words, and who approved it.</summary>
internal static class WorkReportWords
{
    private const int MaxTarget = 120;

    /// <summary>In words; null where there is nothing to tell, or the reader may not know it.</summary>
    public static WordedWork? Of(AnsweredRequest request, Language language)
    {
        if (request is not { Work: { } work, DetailsWithheld: false }) return null;
        return new WordedWork(
            Typography.Set(Head(work), language),
            [.. work.Steps.Select(step => Line(step, work.IsOver, language))],
            [.. work.Approvals.Select(approval => Approved(approval, work.Undoes, language))]);
    }

    private static Label Head(WorkReport work) => (work.Undoes, work.IsOver) switch
    {
        (true, true) => new("Ce qui a été remis en place", "What was put back"),
        (true, false) => new("Ce que nous remettons en place", "What we are putting back"),
        (false, true) => new("Ce qui a été fait", "What was done"),
        _ => new("Où en est le travail", "How far the work is"),
    };

    private static string Line(WorkStep step, bool over, Language language)
    {
        var said = over ? Capital(step.What) : step.IsDone
            ? new Label($"Fait : {step.What.Fr}", $"Done: {step.What.En}")
            : new Label($"À venir : {step.What.Fr}", $"To come: {step.What.En}");
        return Typography.Set(said, language) + (Typography.Unlinked(step.Target, MaxTarget) is { } target ? $" ({target})" : "");
    }

    /// <summary>An account without a name stands for a technician: its id says nothing to anybody.</summary>
    private static string Approved(WorkApproval approval, bool undoes, Language language)
    {
        var name = Guid.TryParse(approval.By, out _) ? "" : Typography.OneLine(approval.By);
        var who = name.Length > 0 ? name : Typography.Set(new Label("un technicien", "a technician"), language);
        var by = Typography.Set(undoes ? new Label("Décidé par ", "Decided by ") : new Label("Approuvé par ", "Approved by "), language);
        return $"{by}{who}, {Instants.Say(approval.At, language)}";
    }

    private static Label Capital(Label label) => new(Typography.Capital(label.Fr), Typography.Capital(label.En));
}
