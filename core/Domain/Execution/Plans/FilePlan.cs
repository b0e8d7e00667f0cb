using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>
/// Files out of OneDrive (Art. 19, 22): the newest version at or before what was asked. Without one the bin and the backup are a technician's; what
/// lay on a server or a local folder was never there.
/// </summary>
internal sealed class FilePlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [RestoreOperations.File];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) =>
        IsElsewhere(request) ? null : Wanted.Of([Whom.Of(request)], paths: PlanDraft.ValuesOf(request.Request, FieldNames.Paths));

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        var paths = draft.Values(FieldNames.Paths);
        if (paths.IsEmpty) draft.Blocked(Obstacle.DetailMissing);
        if (IsElsewhere(draft.Request))
        {
            foreach (var path in paths) draft.ByHand(HandTask.RestoreFromBackup, path);
            return;
        }

        if (draft.Concerned() is not { } target) return;
        if (!draft.Request.AboutSelf) draft.Mind(Caution.DataOfAnother);
        var asked = Latest(draft.Request);
        if (asked is null) draft.Blocked(Obstacle.DetailMissing);
        // Without a date the plan's shape can be told, but not which version serves.
        if ((asked ?? (draft.IsRead ? null : draft.Request.ReceivedAt)) is not { } latest) return;
        foreach (var path in paths) Restore(draft, target, path, latest);
    }

    private static void Restore(PlanDraft draft, Target target, string path, DateTimeOffset latest)
    {
        if (!draft.IsRead)
        {
            draft.Do(new Step.RestoreFileVersion(new FileVersionRef("", "", "", path, latest)));
            return;
        }

        FoundFile[] found = [.. draft.Picture.Files.Where(file => string.Equals(file.SoughtAs, path, StringComparison.OrdinalIgnoreCase))];
        // The current version needs no restore: where it is the one that serves, something else is meant.
        if (found is [{ Versions: [var current, ..] versions }]
            && versions.Where(version => version.WrittenAt <= latest).MaxBy(version => version.WrittenAt) is { } version && version.VersionId != current.VersionId)
        {
            draft.Do(new Step.RestoreFileVersion(version), Said(current.WrittenAt), Said(version.WrittenAt));
            return;
        }

        draft.Blocked(Obstacle.VersionNotFound);
        draft.ByHand(HandTask.RestoreFromBin, $"{target.Ref.UserPrincipalName} / {path}");
        draft.ByHand(HandTask.RestoreFromBackup, $"{target.Ref.UserPrincipalName} / {path}");
    }

    /// <summary>The last instant whose state serves: the hour or the end of the day asked for; where the day is that of the loss, what came before it.</summary>
    private static DateTimeOffset? Latest(Case request)
    {
        if (request.Request.Date is not { } day) return null;
        if (request.Request.Hour is { } hour) return ParisTime.At(day, hour);
        return ParisTime.StartOf(request.Request.Speaks(Matter.LossDate) ? day : day.AddDays(1)).AddTicks(-1);
    }

    private static bool IsElsewhere(Case request) => request.Request.Speaks(Matter.ServerFile) || request.Request.Speaks(Matter.LocalFolder)
        || request.Customer?.Subscription.Services.Contains(Service.Microsoft365) is not true;

    private static string Said(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
