using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>Choosing licences, and the rule of one kept in advance (Art. 14).</summary>
internal static class Licensing
{
    private const int GrowthPercent = 10;

    /// <summary>The licence that is to be held, out of what the request names or the customer file gives; null, and an obstacle, when nobody can tell.</summary>
    public static LicenceRef? ToAssign(PlanDraft draft, string? written, string? byDefault)
    {
        ImmutableArray<string> parts = written is not null ? LicenceNames.PartNumbers(written) : byDefault is not null ? [byDefault] : [];
        if (parts.IsEmpty || (!draft.IsRead && parts.Length > 1))
        {
            draft.Blocked(Obstacle.DetailMissing);
            return draft.IsRead ? null : Unread(written ?? StepTarget.All);
        }

        if (!draft.IsRead) return Unread(parts[0]);
        FoundLicence[] found = [.. draft.Picture.Licences.Where(licence => parts.Contains(licence.Licence.PartNumber, StringComparer.OrdinalIgnoreCase))];
        if (found is not [var one])
        {
            // Of "E3" the tenant may hold two products; a product that it never bought has none left.
            draft.Blocked(found.Length == 0 ? Obstacle.NoLicenceLeft : Obstacle.DetailMissing);
            if (found.Length == 0) Buy(draft, parts[0]);
            return null;
        }

        Spare(draft, one);
        return one.Licence;
    }

    /// <summary>The licences that an account holds by itself and is to lose: those named, else all of them.</summary>
    public static ImmutableArray<LicenceRef> HeldBy(Target target, ImmutableArray<string> written)
    {
        if (target.Found is not { } found) return [.. (written.IsEmpty ? [StepTarget.All] : written.Select(name => LicenceNames.PartNumbers(name).FirstOrDefault(name))).Select(Unread)];
        var parts = written.SelectMany(name => LicenceNames.PartNumbers(name)).ToArray();
        return
        [
            .. found.Licences.Where(held => !held.ByGroup && (written.IsEmpty || parts.Contains(held.Licence.PartNumber, StringComparer.OrdinalIgnoreCase)))
                .Select(held => held.Licence),
        ];
    }

    /// <summary>The step, with the price of what is added and what was held before and after.</summary>
    public static void Set(PlanDraft draft, Target target, ImmutableArray<LicenceRef> added, ImmutableArray<LicenceRef> removed)
    {
        if (added.IsEmpty && removed.IsEmpty) return;
        LicenceRef[] held = [.. target.Found?.Licences.Select(licence => licence.Licence) ?? []];
        var after = target.Found is null ? added.AsEnumerable() : held.Except(removed).Concat(added).Distinct();
        var cost = added is [var one] ? LicenceNames.PriceOf(draft.Customer, one.PartNumber) : null;
        draft.Do(new Step.SetLicences(target.Ref, added, removed), Names(held), Names(after), cost);
    }

    /// <summary>Backups cover licensed users only (Art. 19): a last one before a licence goes, and it is said.</summary>
    public static void SaveFirst(PlanDraft draft, Target target)
    {
        var services = draft.Customer.Subscription.Services;
        if (!services.Contains(Service.Backup365) && !services.Contains(Service.Backup)) return;
        draft.ByHand(HandTask.SaveBeforeRelease, target.Ref.UserPrincipalName);
        draft.Mind(Caution.BackupEnds);
    }

    /// <summary>A licence that comes by a group goes with that group alone.</summary>
    public static bool ComesByGroup(Target target, ImmutableArray<string> written)
    {
        var parts = written.SelectMany(name => LicenceNames.PartNumbers(name)).ToArray();
        return target.Found?.Licences.Any(held => held.ByGroup && parts.Contains(held.Licence.PartNumber, StringComparer.OrdinalIgnoreCase)) is true;
    }

    /// <summary>A product by its part number, before the tenant was read.</summary>
    public static LicenceRef Unread(string partNumber) => new(Guid.Empty, partNumber);

    private static void Spare(PlanDraft draft, FoundLicence licence)
    {
        switch (licence.Spare)
        {
            case 0:
                draft.Blocked(Obstacle.NoLicenceLeft);
                Buy(draft, licence.Licence.PartNumber);
                break;
            case 1:
                draft.Mind(Caution.LastSpareLicence);
                break;
        }
    }

    /// <summary>A licence is bought by a person; over a tenth more than the price was agreed on is said (Art. 17).</summary>
    public static void Buy(PlanDraft draft, string partNumber)
    {
        draft.ByHand(HandTask.BuyLicences, partNumber, LicenceNames.PriceOf(draft.Customer, partNumber));
        if (draft.Customer.Subscription.Licences is { } count && (count.Owned + 1) * 100 > count.Baseline * (100 + GrowthPercent)) draft.Mind(Caution.LicenceGrowth);
    }

    private static string Names(IEnumerable<LicenceRef> licences) =>
        string.Join(", ", licences.Select(licence => licence.PartNumber)) is { Length: > 0 } names ? names : StepValues.None;
}
