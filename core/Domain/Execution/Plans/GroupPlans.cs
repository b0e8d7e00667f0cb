using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>Members of teams (Art. 14).</summary>
internal sealed class TeamPlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [LicenceOperations.Teams];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => Wanted.Of(Members.Of(request), PlanDraft.ValuesOf(request.Request, FieldNames.Teams));

    /// <inheritdoc/>
    public void Write(PlanDraft draft) => Members.Write(draft, draft.Values(FieldNames.Teams), otherwise: null);
}

/// <summary>Rights on sites: of a group-connected one by its group, of any other and of a server's shares by hand (Art. 14).</summary>
internal sealed class SitePlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [LicenceOperations.Sharepoint];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => IsOnServer(request) ? null : Wanted.Of(Members.Of(request), PlanDraft.ValuesOf(request.Request, FieldNames.Sites));

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        if (!IsOnServer(draft.Request))
        {
            Members.Write(draft, draft.Values(FieldNames.Sites), HandTask.GrantSiteRights);
            return;
        }

        // What lies on a server, or has no name of a site, a person finds.
        var places = draft.Values(FieldNames.Paths);
        foreach (var place in places.IsEmpty ? [LicenceOperations.Sharepoint.Id] : places) draft.ByHand(HandTask.FollowProcedure, place);
    }

    private static bool IsOnServer(Case request) => request.Customer?.Subscription.Services.Contains(Service.Microsoft365) is not true
        || (!request.Request.Fields.ContainsKey(FieldNames.Sites) && request.Request.Fields.ContainsKey(FieldNames.Paths));
}

/// <summary>Distribution lists (Art. 14): Graph only reads those of Exchange; what turns out to be a group is changed as one.</summary>
internal sealed class ListPlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [MailboxOperations.List];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => Wanted.Of(Members.Of(request, Lists(request)), Lists(request));

    /// <inheritdoc/>
    public void Write(PlanDraft draft) => Members.Write(draft, Lists(draft.Request), HandTask.ChangeDistributionList);

    // A list is mostly called by its address; beside a person who is named, an address is the list's.
    private static ImmutableArray<string> Lists(Case request)
    {
        var named = PlanDraft.ValuesOf(request.Request, FieldNames.Lists);
        if (!named.IsEmpty || request.Request.Person is null) return named;
        var member = Whom.Of(request)?.Address;
        return [.. Whom.OwnAddresses(request).Where(address => !string.Equals(address, member, StringComparison.OrdinalIgnoreCase))];
    }
}

/// <summary>Who comes and who goes.</summary>
internal static class Members
{
    /// <summary>The person named, and everybody whose address stands there and is no group's.</summary>
    public static ImmutableArray<Sought> Of(Case request, ImmutableArray<string> groups = default)
    {
        var addresses = Whom.OwnAddresses(request).Where(address => groups.IsDefault || !groups.Contains(address, StringComparer.OrdinalIgnoreCase))
            .Select(address => new Sought(address, address)).ToArray();
        var named = request.Request.Person is null && addresses.Length > 0 ? null : Whom.Of(request);
        return [.. new[] { named }.OfType<Sought>().Concat(addresses).DistinctBy(sought => sought.Key, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Each of them in or out of each group. Whether in or out must be told: of who is a member already nobody guesses it.</summary>
    public static void Write(PlanDraft draft, ImmutableArray<string> groups, HandTask? otherwise)
    {
        var members = Of(draft.Request, groups);
        if (groups.IsEmpty || members.IsEmpty)
        {
            // Somebody of another company comes in by an invitation, which a person sends.
            if (!groups.IsEmpty && Whom.NamesForeign(draft.Request)) draft.Blocked(Obstacle.ForeignDomain);
            else draft.Blocked(Obstacle.DetailMissing);
        }

        foreach (var who in groups.IsEmpty ? members : []) draft.ByHand(otherwise ?? HandTask.FollowProcedure, who.Address ?? who.Key);

        foreach (var target in members.Select(who => draft.Account(who)).OfType<Target>())
            foreach (var group in groups)
                Membership.Set(draft, target, [group], IsAdded(draft, target, group), otherwise);
    }

    private static bool IsAdded(PlanDraft draft, Target target, string group)
    {
        switch (draft.Field(FieldNames.Change))
        {
            case Changes.Add: return true;
            case Changes.Remove: return false;
        }

        var ids = draft.Picture.Groups.Where(found => string.Equals(found.SoughtAs, group, StringComparison.OrdinalIgnoreCase)).Select(found => found.Group.Id);
        if (target.Found?.Groups.Any(held => ids.Contains(held.Group.Id)) is true) draft.Blocked(Obstacle.DetailMissing);
        return true;
    }
}
