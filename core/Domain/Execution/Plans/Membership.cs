using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>Members of groups, teams, lists and sites.</summary>
internal static class Membership
{
    /// <summary>Makes an account a member of each group, or takes it out; what Graph cannot change is done by hand.</summary>
    /// <param name="draft">The plan.</param>
    /// <param name="target">The account.</param>
    /// <param name="names">Names or addresses as they were sought.</param>
    /// <param name="member">A member afterwards.</param>
    /// <param name="otherwise">Who does it where no group bears the name; null: that is an obstacle.</param>
    public static void Set(PlanDraft draft, Target target, ImmutableArray<string> names, bool member, HandTask? otherwise = null)
    {
        foreach (var name in names)
        {
            if (!draft.IsRead)
            {
                if (otherwise is HandTask.ChangeDistributionList) draft.ByHand(otherwise.Value, Change(name, target, member));
                else Step(draft, target, new GroupRef(Guid.Empty, name), member);
                continue;
            }

            FoundGroup[] found = [.. draft.Picture.Groups.Where(group => string.Equals(group.SoughtAs, name, StringComparison.OrdinalIgnoreCase)).DistinctBy(group => group.Group.Id)];
            if (found is [var one]) Set(draft, target, one, member);
            else if (found.Length == 0 && otherwise is { } task) draft.ByHand(task, Change(name, target, member));
            else draft.Blocked(Obstacle.GroupNotFound);
        }
    }

    /// <summary>The same for one group that was found.</summary>
    public static void Set(PlanDraft draft, Target target, FoundGroup group, bool member)
    {
        switch (group.Kind)
        {
            case GroupKind.Microsoft365 or GroupKind.Security:
                Step(draft, target, group.Group, member);
                break;
            case GroupKind.DistributionList:
                draft.ByHand(HandTask.ChangeDistributionList, Change(group.Group.Name, target, member));
                break;
            case GroupKind.Synced:
                draft.ByHand(HandTask.ChangeOnPremises, Change(group.Group.Name, target, member));
                break;
            case GroupKind.Dynamic:
                // Who belongs to it follows from a rule; the rule is changed with the customer.
                draft.ByHand(HandTask.FollowProcedure, Change(group.Group.Name, target, member));
                break;
            case GroupKind.RoleAssignable:
                draft.Blocked(Obstacle.PrivilegedAccount);
                break;
        }
    }

    /// <summary>"Compta + lea@…" or "Compta − lea@…": who comes and who goes.</summary>
    public static string Change(string group, Target target, bool member) => $"{group} {(member ? "+" : "\u2212")} {target.Ref.UserPrincipalName}";

    private static void Step(PlanDraft draft, Target target, GroupRef group, bool member)
    {
        var isMember = target.Found?.Groups.Any(held => held.Group.Id == group.Id) is true;
        draft.Do(new Step.SetMembership(group, target.Ref, member), Value(isMember), Value(member));
    }

    private static string Value(bool member) => member ? StepValues.Member : StepValues.NoMember;
}
