namespace SiOne.Bot.Domain.Execution;

/// <summary>Whose account a step is about.</summary>
public static class StepAccounts
{
    /// <summary>The account; null for devices, files and what is done by hand.</summary>
    public static AccountRef? Of(Step step) => step switch
    {
        Step.CreateAccount s => s.Account,
        Step.SetManager s => s.Account,
        Step.SetLicences s => s.Account,
        Step.SetMembership s => s.Account,
        Step.SetSignIn s => s.Account,
        Step.RevokeSessions s => s.Account,
        Step.ResetPassword s => s.Account,
        Step.CreateAccessPass s => s.Account,
        Step.SetAbsenceMessage s => s.Account,
        Step.SetRedirection s => s.Account,
        Step.SetMailboxLanguage s => s.Account,
        Step.DeleteAccount s => s.Account,
        _ => null,
    };

    /// <summary>The step with the id of the account that an earlier step of its plan made; any other step as it is.</summary>
    public static Step With(Step step, AccountRef made)
    {
        if (Of(step) is not { Id: null } account || !string.Equals(account.UserPrincipalName, made.UserPrincipalName, StringComparison.Ordinal)) return step;
        return step switch
        {
            Step.SetManager s => s with { Account = made },
            Step.SetLicences s => s with { Account = made },
            Step.SetMembership s => s with { Account = made },
            Step.SetSignIn s => s with { Account = made },
            Step.RevokeSessions s => s with { Account = made },
            Step.ResetPassword s => s with { Account = made },
            Step.CreateAccessPass s => s with { Account = made },
            Step.SetAbsenceMessage s => s with { Account = made },
            Step.SetRedirection s => s with { Account = made },
            Step.SetMailboxLanguage s => s with { Account = made },
            Step.DeleteAccount s => s with { Account = made },
            _ => step,
        };
    }

    /// <summary>The step makes something secret that has to reach a person: what was lost is made anew.</summary>
    public static bool MakesSecret(Step step) => SetsPassword(step) || step is Step.CreateAccessPass;

    /// <summary>The step's call sets a password that has to reach a person.</summary>
    public static bool SetsPassword(Step step) => StepFacts.Of(step).NeedsSecret;
}
