using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>A lost phone (Art. 8): locked first, located, wiped. From somebody's own phone only the company's data is taken.</summary>
internal sealed class LostPhonePlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [PhoneOperations.Lost];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => Wanted.Of([Whom.Of(request)], devices: true);

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        if (draft.Concerned() is not { } target) return;
        draft.Do(new Step.RevokeSessions(target.Ref), after: StepValues.SignedOut);
        if (Phones.Of(draft, target) is not { } phone) return;
        var device = phone.Device;
        draft.Do(new Step.LockDevice(device), after: StepValues.Locked);
        if (phone.IsPersonal || draft.Request.Request.Speaks(Matter.PersonalDevice))
        {
            draft.Do(new Step.RetireDevice(device), after: StepValues.Retired);
            return;
        }

        draft.Do(new Step.LocateDevice(device), after: StepValues.Located);
        draft.Do(new Step.WipeDevice(device), after: StepValues.Wiped);
    }
}

/// <summary>A phone comes back (Art. 8): the company's data leaves it, and it is managed no more.</summary>
internal sealed class PhoneReturnPlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [PhoneOperations.Return];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => Wanted.Of([Whom.Of(request)], devices: true);

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        if (draft.Concerned() is { } target && Phones.Of(draft, target) is { } phone)
            draft.Do(new Step.RetireDevice(phone.Device), after: StepValues.Retired);
    }
}

/// <summary>Which phone is meant.</summary>
internal static class Phones
{
    /// <summary>The one phone of the holder that fits the model named; null, and an obstacle, when there is none or more than one (RELIABILITY E63).</summary>
    public static FoundDevice? Of(PlanDraft draft, Target holder)
    {
        if (!draft.IsRead) return new FoundDevice(new DeviceRef("", holder.Ref.UserPrincipalName, "", "", Guid.Empty), IsPhone: true, IsPersonal: false, SeenAt: null);
        FoundDevice[] phones = [.. draft.Picture.Devices.Where(device => device.IsPhone && holder.Ref.Id is { } id && device.Device.HolderId == id)];
        var models = draft.Values(FieldNames.PhoneModel);
        if (phones.Length > 1 && models is [var model] && phones.Where(phone => Fits(phone.Device, model)).ToArray() is [var fitting]) phones = [fitting];
        if (phones is [var one]) return one;
        draft.Blocked(Obstacle.DeviceNotFound);
        if (phones.Length == 0) draft.ByHand(HandTask.HandleUnmanagedDevice, models.FirstOrDefault(holder.Ref.UserPrincipalName));
        return null;
    }

    private static bool Fits(DeviceRef device, string model) =>
        model.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => $"{device.Model} {device.Name}".Contains(word, StringComparison.OrdinalIgnoreCase));
}
