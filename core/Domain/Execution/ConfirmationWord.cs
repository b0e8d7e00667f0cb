namespace SiOne.Bot.Domain.Execution;

/// <summary>What is typed to confirm something destructive: the card names it, so that whoever types has read what it is about.</summary>
public static class ConfirmationWord
{
    /// <summary>The device's serial number (its name without one), or the account's address; null for a plan with no such step.</summary>
    public static string? Of(Plan plan) =>
        (plan.Steps.FirstOrDefault(step => step.Destructive) ?? plan.Steps.FirstOrDefault())?.Does switch
        {
            Step.WipeDevice wipe => wipe.Device.SerialNumber is { Length: > 0 } serial ? serial : wipe.Device.Name,
            { } other => StepTarget.Of(other),
            null => null,
        };

    /// <summary>Whether that was typed; blanks around it, capitals, and the invisible mark that a card puts into addresses do not count.</summary>
    public static bool Is(Plan plan, string? typed) =>
        Of(plan) is { Length: > 0 } word && string.Equals(word, typed?.Replace("\u2060", "", StringComparison.Ordinal).Trim(), StringComparison.OrdinalIgnoreCase);
}
