using System.Collections.Immutable;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Engine.Execution;

/// <summary>Who may let plans run, and how much. The default lets nobody.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Nobody approves anything.</summary>
    public static ExecutionOptions Nobody { get; } = new();

    /// <summary>The technicians by account.</summary>
    public ImmutableArray<Technician> Technicians { get; init; } = [];

    /// <summary>SI-ONE's own tenant, from which technicians act.</summary>
    public Guid StaffTenant { get; init; }

    /// <summary>How much one approver may let run in an hour (RELIABILITY E69).</summary>
    public ApprovalCaps Caps { get; init; } = ApprovalCaps.Default;

    /// <summary>SI-ONE's own accounts in its customers' tenants: never a target (RELIABILITY E66).</summary>
    public ProtectedAccounts Protected { get; init; } = ProtectedAccounts.None;

    /// <summary>For how long a wipe that everybody approved can be called off before it is begun (RELIABILITY E63).</summary>
    public TimeSpan WipeCancelWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>For how long what was done can be undone by a button.</summary>
    public TimeSpan UndoWithin { get; init; } = TimeSpan.FromHours(72);
}
