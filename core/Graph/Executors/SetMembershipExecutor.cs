using System.Globalization;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;
using SiOne.Bot.Graph.Reading;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Puts an account into a group or a team, or takes it out. A team's members are its group's.</summary>
internal sealed class SetMembershipExecutor : AccountExecutor<Step.SetMembership>
{
    /// <inheritdoc/>
    public override string Permission => "GroupMember.ReadWrite.All";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ReadPermissions => [.. base.ReadPermissions, "GroupMember.Read.All"];

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/group-post-members");

    /// <inheritdoc/>
    protected override AccountRef AccountOf(Step.SetMembership step) => step.Account;

    /// <inheritdoc/>
    protected override async Task<StepSight> SeeAsync(TenantGraph graph, Step.SetMembership step, User user, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (await Groups.FindAsync(graph.Reads, step.Group.Id, cancellationToken) is not { } group) return new StepSight.Drifted("group-gone");
        if (RefusalOf(Groups.KindOf(group)) is { } reason) return new StepSight.Drifted(reason);
        var groups = await Groups.OfAsync(graph.Reads, user.Id!, cancellationToken);
        var member = groups.Any(each => each.Id == GroupIdOf(step));
        return member == step.Member ? new StepSight.Holds() : new StepSight.ToDo(step with { Member = member });
    }

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.SetMembership step, StepCall call, CancellationToken cancellationToken)
    {
        if (step.Account.Id is not { } account)
        {
            var user = await Accounts.FindAsync(graph.Reads, step.Account.UserPrincipalName, ["id"], cancellationToken);
            if (user is null) return new StepAnswer.Refused("gone");
            account = Guid.Parse(user.Id!);
        }
        var members = graph.With(Power).Groups[GroupIdOf(step)].Members;
        try
        {
            if (step.Member) await members.Ref.PostAsync(new ReferenceCreate { OdataId = graph.ReferenceTo(account) }, cancellationToken: cancellationToken);
            else await members[account.ToString("D", CultureInfo.InvariantCulture)].Ref.DeleteAsync(cancellationToken: cancellationToken);
        }
        catch (CallFailedException already) when (step.Member ? already.SaysAlready : already.Status == 404)
        {
            return new StepAnswer.Taken(); // The state asked for is there; it is read back all the same.
        }
        return new StepAnswer.Taken();
    }

    /// <summary>Groups whose members somebody else decides: Exchange, a rule, a server of the customer's, or whoever gives roles.</summary>
    private static string? RefusalOf(GroupKind kind) => kind switch
    {
        GroupKind.DistributionList => "distribution-list",
        GroupKind.Dynamic => "dynamic-group",
        GroupKind.Synced => "synced",
        GroupKind.RoleAssignable => "privileged",
        GroupKind.Microsoft365 or GroupKind.Security => null,
    };

    private static string GroupIdOf(Step.SetMembership step) => step.Group.Id.ToString("D", CultureInfo.InvariantCulture);
}
