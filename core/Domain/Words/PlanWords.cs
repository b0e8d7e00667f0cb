using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says what a plan does, to technicians and to whoever asked. Names and addresses are put in as one harmless line each.</summary>
public static class PlanWords
{
    /// <summary>What marks a step that cannot be undone; shown before anybody approves.</summary>
    public static Label Irreversible { get; } = new("irréversible", "cannot be undone");

    /// <summary>What marks a step that destroys something.</summary>
    public static Label Destructive { get; } = new("destruction de données", "destroys data");

    /// <summary>What marks a step that a technician does.</summary>
    public static Label ByHand { get; } = new("à faire par un technicien", "done by a technician");

    /// <summary>What a step does, as a noun phrase without its target.</summary>
    public static Label Say(Step step) => step switch
    {
        Step.CreateAccount => new("création du compte, mot de passe à changer à la première connexion", "creation of the account, password to be changed at first sign-in"),
        Step.SetManager { Manager: null } => new("retrait du responsable", "removal of the manager"),
        Step.SetManager => new("désignation du responsable", "appointment of the manager"),
        Step.SetLicences { Removed.IsEmpty: true } => new("attribution de la licence", "assignment of the licence"),
        Step.SetLicences { Added.IsEmpty: true } => new("libération des licences", "release of the licences"),
        Step.SetLicences => new("échange de licences", "exchange of licences"),
        Step.SetMembership { Group.Name: StepTarget.All } => new("retrait de tous les groupes et équipes", "removal from all groups and teams"),
        Step.SetMembership { Member: true } => new("ajout au groupe", "addition to the group"),
        Step.SetMembership => new("retrait du groupe", "removal from the group"),
        Step.SetSignIn { Allowed: true } => new("déblocage de la connexion", "sign-in allowed"),
        Step.SetSignIn => new("blocage de la connexion", "sign-in blocked"),
        Step.RevokeSessions => new("fermeture de toutes les sessions", "end of all sessions"),
        Step.ResetPassword => new("nouveau mot de passe, à changer à la première connexion", "new password, to be changed at next sign-in"),
        Step.CreateAccessPass s => Pass(s.Minutes),
        Step.SetAbsenceMessage { Message: null } => new("retrait du message d'absence", "absence message taken away"),
        Step.SetAbsenceMessage => new("mise en place du message d'absence", "absence message set"),
        Step.SetRedirection { To: null } => new("fin de la redirection", "end of the redirection"),
        Step.SetRedirection => new("redirection des messages", "redirection of messages"),
        Step.SetMailboxLanguage => new("langue et fuseau horaire de la boîte", "language and time zone of the mailbox"),
        Step.RestoreFileVersion => new("retour à une version antérieure du fichier", "return to an earlier version of the file"),
        Step.LocateDevice => new("localisation de l'appareil", "location of the device"),
        Step.LockDevice => new("verrouillage de l'appareil", "lock of the device"),
        Step.WipeDevice => new("effacement complet de l'appareil", "complete wipe of the device"),
        Step.RetireDevice => new("retrait des données de l'entreprise de l'appareil", "removal of the company's data from the device"),
        Step.DeleteAccount => new("suppression du compte et de sa boîte", "deletion of the account and its mailbox"),
        Step.ByHand s => s.Task.Say(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>"Blocage de la connexion : lea@… (irréversible)": a step with its target and its marks, set in one language.</summary>
    public static string Line(PlannedStep step, Language language)
    {
        var marks = Marks(step).Select(mark => mark.In(language)).ToArray();
        var said = Typography.Set(new Label($"{Typography.Capital(Say(step.Does).Fr)} :", $"{Typography.Capital(Say(step.Does).En)}:"), language);
        return $"{said} {Typography.OneLine(StepTarget.Of(step.Does))}{(marks.Length == 0 ? "" : $" ({string.Join(", ", marks)})")}";
    }

    /// <summary>"Connexion autorisée → connexion bloquée"; null where there is nothing to compare.</summary>
    public static string? Change(PlannedStep step, Language language) => (step.Before, step.After) switch
    {
        (null, null) => null,
        (null, { } after) => $"→ {Value(after, language)}",
        ({ } before, null) => Value(before, language),
        ({ } before, { } after) => $"{Value(before, language)} → {Value(after, language)}",
    };

    /// <summary>"22,00 € par mois × 12 mois, soit 264,00 € HT".</summary>
    public static string Say(Cost cost, Language language)
    {
        var months = cost.Months.ToString(CultureInfo.InvariantCulture);
        return language is Language.English
            ? $"{Euros.Say(cost.MonthlyEuros, language)} a month × {months}\u00A0months, that is {Euros.Say(cost.TotalEuros, language)} before tax"
            : $"{Euros.Say(cost.MonthlyEuros, language)} par mois × {months}\u00A0mois, soit {Euros.Say(cost.TotalEuros, language)}\u00A0HT";
    }

    private static ImmutableArray<Label> Marks(PlannedStep step) =>
        step.Does is Step.ByHand ? [ByHand] : step.Destructive ? [Irreversible, Destructive] : step.Reversible ? [] : [Irreversible];

    private static Label Pass(int minutes) => new(
        $"code d'accès temporaire, valable {Number(minutes)}\u00A0minutes", $"temporary access code, valid for {Number(minutes)}\u00A0minutes");

    private static string Value(string value, Language language) =>
        PlanValues.Of(value) is { } label ? Typography.Set(label, language) : Typography.OneLine(value);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
