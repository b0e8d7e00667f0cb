using System.Collections.Frozen;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Every executor. A step without one is done by hand.</summary>
internal static class AllExecutors
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IExecutor> List { get; } =
    [
        new CreateAccountExecutor(), new SetManagerExecutor(), new SetLicencesExecutor(), new SetMembershipExecutor(), new SetSignInExecutor(),
        new RevokeSessionsExecutor(), new ResetPasswordExecutor(), new CreateAccessPassExecutor(), new SetAbsenceMessageExecutor(),
        new SetRedirectionExecutor(), new SetMailboxLanguageExecutor(), new RestoreFileVersionExecutor(), new LocateDeviceExecutor(),
        new LockDeviceExecutor(), new WipeDeviceExecutor(), new RetireDeviceExecutor(), new DeleteAccountExecutor(),
    ];

    private static readonly FrozenDictionary<Type, IExecutor> ByStep = List.ToFrozenDictionary(executor => executor.Step);

    /// <summary>The executor; null for what is done by hand.</summary>
    public static IExecutor? Of(Step step) => ByStep.GetValueOrDefault(step.GetType());
}
