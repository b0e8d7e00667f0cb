using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>One request in the technicians' channel: who, what, until when, why, and what can be done.</summary>
internal static class RequestCard
{
    private const int MaxName = 120;
    private const int MaxFact = 300;
    private const int MaxHistory = 30;
    private const int MaxFiles = 6;
    private const int MaxFileName = 60;

    private static Label History { get; } = new("Historique", "History");

    private static Label Findings { get; } = new("Ce que dit le contrat", "What the contract says");

    private static Label Colon { get; } = new(" : ", ": ");

    private static Label Account { get; } = new("compte Microsoft 365 :", "Microsoft 365 account:");

    private static Label TheirWords { get; } = new("Texte du client", "The customer's words");

    public static AdaptiveCard Of(TechnicianCardView view) => CardFit.Make(
        view.Language, $"{(view.Emergency ? CardWords.Say(Urgent, view.Language) + " " : "")}[{view.Reference}] {view.Title} ({Typography.Unlinked(view.Customer, MaxName)})",
        view.Refresh is { } refresh ? Buttons.Refresh(refresh.Action, [.. refresh.UserIds.Take(60)]) : null,
        cut => Body(view, cut));

    private static Label Urgent { get; } = new("URGENCE", "EMERGENCY");

    private static IEnumerable<CardElement> Body(TechnicianCardView view, Cut cut)
    {
        if (view.Banner is { } banner) yield return banner.Block;
        yield return Head(view);
        yield return new FactSet { Facts = [.. Who(view), .. When(view), .. cut < Cut.Most ? More(view) : []], Spacing = Spacing.Medium };
        if (!view.Findings.IsEmpty && cut < Cut.Most)
            foreach (var element in Blocks.Part(Say(Findings, view), view.Findings.Where(finding => cut < Cut.Notes || finding.OnlyFor is null).Select(finding => Finding(view, finding))))
                yield return element;
        if (view.Excerpt is { } excerpt && cut < Cut.Excerpt && CardText.Lines(excerpt) is { IsEmpty: false } lines)
            yield return Blocks.Quoted(Say(TheirWords, view), lines);
        if (view.Plan is { } plan)
            foreach (var element in PlanBlocks.Of(plan, view.Language, cut)) yield return element;
        foreach (var element in ActButtons.Of(view.Acts, view.Language)) yield return element;
        if (!view.History.IsEmpty && cut < Cut.History) yield return Past(view);
    }

    private static Container Head(TechnicianCardView view) => new()
    {
        Style = view.Emergency ? ContainerStyle.Attention : ContainerStyle.Emphasis,
        Items =
        [
            .. view.Emergency ? (CardElement[])[Blocks.Strong(Say(Urgent, view))] : [],
            Blocks.Beside(Blocks.Subtle(CardText.Own(view.Reference), Spacing.None), new TextBlock
            {
                Text = CardText.Own(view.State),
                Weight = FontWeight.Bolder,
                Color = ColorOf(view.Tone),
            }),
            Blocks.Heading(CardText.Short(view.Title + (view.Abstained ? CardWords.Say(new(" (hypothèse)", " (best guess)"), view.Language) : ""), MaxFact)),
        ],
    };

    private static IEnumerable<Fact> Who(TechnicianCardView view)
    {
        yield return Fact(view, new("Client", "Customer"), $"{CardText.Of(view.Customer, MaxName)}, {CardText.Own(view.Level)}");
        if (CardText.Of(view.AskedBy, MaxName) is { Length: > 0 } asked)
            yield return Fact(view, new("Demandé par", "Asked by"), asked + (view.Proven
                ? Say(new(", identité vérifiée", ", identity verified"), view)
                : Say(new(", identité NON vérifiée", ", identity NOT verified"), view)));
        string[] about = [CardText.Of(view.About, MaxName), AccountOf(view.Account) is { Length: > 0 } account ? $"{Say(Account, view)}\u00a0{account}" : ""];
        if (about.Any(part => part.Length > 0)) yield return Fact(view, new("Pour", "For"), string.Join(", ", about.Where(part => part.Length > 0)));
        if (Files(view) is { Length: > 0 } files) yield return Fact(view, new("Pièces jointes", "Attachments"), files);
    }

    /// <summary>An id is there to be copied: no mark that nobody sees may stand in it.</summary>
    private static string AccountOf(string? account) =>
        Guid.TryParseExact(account, "D", out var id) ? id.ToString("D", System.Globalization.CultureInfo.InvariantCulture) : CardText.Of(account, MaxName);

    /// <summary>Names alone: the files themselves are on the local page.</summary>
    private static string Files(TechnicianCardView view)
    {
        var names = view.Attachments.Select(name => CardText.Of(name, MaxFileName)).Where(name => name.Length > 0).ToArray();
        var more = names.Length <= MaxFiles ? "" : Say(new($" et {names.Length - MaxFiles} de plus", $" and {names.Length - MaxFiles} more"), view);
        return string.Join(", ", names.Take(MaxFiles)) + more;
    }

    private static IEnumerable<Fact> When(TechnicianCardView view)
    {
        yield return Fact(view, new("Reçu", "Received"), $"{CardText.Own(view.ReceivedAt)}, {CardText.Own(view.Channel)}");
        if (view.Due is { } due)
            yield return Fact(view, new("Échéance", "Due"), CardText.Own(due) + (view.Left is { } left ? $" ({CardText.Own(left)})" : ""));
        yield return Fact(view, new("Qui l'a", "Who has it"), CardText.Of(view.TakenBy, MaxName) is { Length: > 0 } who ? who : Say(new("personne", "nobody"), view));
    }

    private static IEnumerable<Fact> More(TechnicianCardView view) => view.Facts.Select(fact => new Fact(CardText.Own(fact.Name), CardText.Short(fact.Text, MaxFact)));

    private static string Finding(TechnicianCardView view, CardFinding finding) =>
        $"{CardText.Own(Typography.Capital(finding.Article))}{(finding.OnlyFor is { } only ? $" ({CardText.Own(only)})" : "")}{CardWords.Say(Colon, view.Language)}{CardText.Own(finding.Text)}";

    /// <summary>The newest lines, in a part that opens: it is long, and seldom what is looked for.</summary>
    private static ActionSet Past(TechnicianCardView view) => new()
    {
        Spacing = Spacing.Medium,
        Actions =
        [
            new ActionShowCard
            {
                Title = CardWords.Say(History, view.Language),
                Card = new AdaptiveCard { Body = [.. view.History.TakeLast(MaxHistory).Select(line => Line(view, line))] },
            },
        ],
    };

    private static TextBlock Line(TechnicianCardView view, CardHistory line) => Blocks.Text($"{CardText.Own(line.At)}{CardWords.Say(Colon, view.Language)}{CardText.Short(line.Text, MaxFact)}", Spacing.Small);

    internal static Colors? ColorOf(StateTone tone) => tone switch
    {
        StateTone.Good => Colors.Good,
        StateTone.Wait => Colors.Warning,
        StateTone.Stop => Colors.Attention,
        StateTone.None => null,
    };

    private static Fact Fact(TechnicianCardView view, Label name, string text) => new(Say(name, view), text);

    private static string Say(Label label, TechnicianCardView view) => CardWords.Text(label, view.Language);
}
