namespace SiOne.Bot.Domain.Execution;

/// <summary>What a step is about, in one line.</summary>
public static class StepTarget
{
    /// <summary>Stands for all groups or licences of an account whose tenant was not read.</summary>
    public const string All = "*";

    /// <summary>An address, a device, a file or what a technician does by hand; of a membership also the group.</summary>
    public static string Of(Step step) => step switch
    {
        Step.CreateAccount s => s.Account.UserPrincipalName,
        Step.SetManager s => s.Account.UserPrincipalName,
        Step.SetLicences s => s.Account.UserPrincipalName,
        Step.SetMembership s => $"{s.Account.UserPrincipalName} / {s.Group.Name}",
        Step.SetSignIn s => s.Account.UserPrincipalName,
        Step.RevokeSessions s => s.Account.UserPrincipalName,
        Step.ResetPassword s => s.Account.UserPrincipalName,
        Step.CreateAccessPass s => s.Account.UserPrincipalName,
        Step.SetAbsenceMessage s => s.Account.UserPrincipalName,
        Step.SetRedirection s => s.Account.UserPrincipalName,
        Step.SetMailboxLanguage s => s.Account.UserPrincipalName,
        Step.RestoreFileVersion s => s.Version.Path,
        Step.LocateDevice s => Device(s.Device),
        Step.LockDevice s => Device(s.Device),
        Step.WipeDevice s => Device(s.Device),
        Step.RetireDevice s => Device(s.Device),
        Step.DeleteAccount s => s.Account.UserPrincipalName,
        Step.ByHand s => s.Target,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Device(DeviceRef device) =>
        string.Join(", ", new[] { device.Name, device.Model, device.SerialNumber }.Where(part => part.Length > 0));
}
