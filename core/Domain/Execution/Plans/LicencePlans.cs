using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>A licence for somebody; where the same message takes another from them, both in one call (an exchange).</summary>
internal sealed class AssignPlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [LicenceOperations.Assign];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => Wanted.Of([Whom.Of(request)]);

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        var released = Exchange.Other(draft.Request, LicenceOperations.Release);
        Exchange.Write(draft, draft.Values(FieldNames.Licences), released is null ? [] : PlanDraft.ValuesOf(released, FieldNames.Licences), released is not null);
    }
}

/// <summary>A licence taken from somebody; where the same message gives them another, both in one call (an exchange).</summary>
internal sealed class ReleasePlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [LicenceOperations.Release];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => Wanted.Of([Whom.Of(request)]);

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        var written = draft.Values(FieldNames.Licences);
        if (Exchange.Other(draft.Request, LicenceOperations.Assign) is { } assigned)
        {
            Exchange.Write(draft, PlanDraft.ValuesOf(assigned, FieldNames.Licences), written, exchanges: true);
            return;
        }

        if (draft.Concerned() is not { } target) return;
        var removed = Exchange.Removed(draft, target, written);
        Licensing.SaveFirst(draft, target);
        Licensing.Set(draft, target, [], removed);
    }
}

/// <summary>An exchange of licences: one call, so that nobody is without a mailbox in between.</summary>
internal static class Exchange
{
    /// <summary>What the same message asks about the same person.</summary>
    public static UnderstoodRequest? Other(Case request, Operation operation) =>
        request.Together.FirstOrDefault(other => other.Operation == operation && Leaving.IsOfSame(request, other));

    /// <summary>The steps of an assignment, or of an exchange.</summary>
    public static void Write(PlanDraft draft, ImmutableArray<string> added, ImmutableArray<string> removed, bool exchanges)
    {
        if (draft.Concerned() is not { } target) return;
        if (Licensing.ToAssign(draft, added.FirstOrDefault(), byDefault: null) is not { } licence) return;
        var gone = exchanges ? Removed(draft, target, removed) : [];
        Licensing.Set(draft, target, [licence], [.. gone.Where(held => held != licence)]);
    }

    /// <summary>The licences that go: those named, or the only one held.</summary>
    public static ImmutableArray<LicenceRef> Removed(PlanDraft draft, Target target, ImmutableArray<string> written)
    {
        var held = Licensing.HeldBy(target, written);
        if (Licensing.ComesByGroup(target, written) || (held.IsEmpty && target.Found?.Licences.Any(licence => licence.ByGroup) is true)) draft.Blocked(Obstacle.LicenceByGroup);
        else if (target.Found is not null && (held.IsEmpty || (written.IsEmpty && held.Length > 1))) draft.Blocked(Obstacle.DetailMissing);
        return held;
    }
}

/// <summary>Licences are bought by a person, with the supplier's delays (Art. 14, 17).</summary>
internal sealed class PurchasePlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [LicenceOperations.Purchase];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => null;

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        var written = draft.Values(FieldNames.Licences);
        if (written.IsEmpty) draft.Blocked(Obstacle.DetailMissing);
        foreach (var name in written) Licensing.Buy(draft, LicenceNames.PartNumbers(name) is [var part] ? part : name);
    }
}
