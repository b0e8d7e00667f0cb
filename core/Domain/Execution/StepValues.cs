namespace SiOne.Bot.Domain.Execution;

/// <summary>The values before and after that are not names: written in plans, put into words by <see cref="Words.PlanWords"/>.</summary>
public static class StepValues
{
    /// <summary>Nothing, nobody.</summary>
    public const string None = "none";

    /// <summary>May sign in.</summary>
    public const string Allowed = "allowed";

    /// <summary>May not sign in.</summary>
    public const string Blocked = "blocked";

    /// <summary>Is a member.</summary>
    public const string Member = "member";

    /// <summary>Is no member.</summary>
    public const string NoMember = "no-member";

    /// <summary>The account is there.</summary>
    public const string Exists = "exists";

    /// <summary>A new first password, to be changed at the next sign-in.</summary>
    public const string NewPassword = "new-password";

    /// <summary>A code for one sign-in.</summary>
    public const string AccessPass = "access-pass";

    /// <summary>No session is open.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>The mailbox answers that its owner is away.</summary>
    public const string AnswersAbsence = "answers";

    /// <summary>The device tells where it is.</summary>
    public const string Located = "located";

    /// <summary>The device is locked.</summary>
    public const string Locked = "locked";

    /// <summary>Everything on the device is erased.</summary>
    public const string Wiped = "wiped";

    /// <summary>The company's data has left the device.</summary>
    public const string Retired = "retired";

    /// <summary>In the tenant's bin for 30 days, then gone.</summary>
    public const string Deleted = "deleted";
}
