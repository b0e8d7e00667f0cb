using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;
using SiOne.Bot.Graph.Reading;

namespace SiOne.Bot.Graph.Executors;

/// <summary>
/// Makes an earlier version of a file the current one. SharePoint writes it anew as the newest version and shows no hash of earlier ones: it is told by
/// its size and by the instant it was written at.
/// </summary>
internal sealed class RestoreFileVersionExecutor : Executor<Step.RestoreFileVersion>
{
    private static readonly string[] Name = ["id", "name"];

    /// <inheritdoc/>
    public override string Permission => "Files.ReadWrite.All";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ReadPermissions => ["Files.Read.All"];

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/driveitemversion-restoreversion");

    /// <inheritdoc/>
    protected override async Task<StepSight> LookAsync(TenantGraph graph, Step.RestoreFileVersion step, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var wanted = step.Version;
        if (await FileAsync(graph, wanted, cancellationToken) is not { } file) return new StepSight.Drifted("gone");
        if (file.Name != Files.NameOf(wanted.Path)) return new StepSight.Drifted("renamed");
        var versions = await Files.VersionsAsync(graph.Reads, wanted.DriveId, wanted.ItemId, cancellationToken);
        if (versions is not [{ } current, ..]) return new StepSight.Drifted("gone");
        if (current.Id == wanted.VersionId) return new StepSight.Holds();
        if (versions.FirstOrDefault(version => version.Id == wanted.VersionId) is not { } old) return new StepSight.Drifted("version-gone");
        if (current.LastModifiedDateTime >= graph.OursSince(since))
            return current.Size == old.Size ? new StepSight.Holds() : new StepSight.Drifted("changed-meanwhile"); // Somebody works on it: their work is not put away.
        var before = wanted with { VersionId = current.Id!, WrittenAt = current.LastModifiedDateTime ?? DateTimeOffset.MinValue };
        return new StepSight.ToDo(new Step.RestoreFileVersion(before));
    }

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.RestoreFileVersion step, StepCall call, CancellationToken cancellationToken)
    {
        var version = step.Version;
        await graph.With(Power).Drives[version.DriveId].Items[version.ItemId].Versions[version.VersionId].RestoreVersion.PostAsync(cancellationToken: cancellationToken);
        return new StepAnswer.Taken();
    }

    private static async Task<DriveItem?> FileAsync(TenantGraph graph, FileVersionRef version, CancellationToken cancellationToken)
    {
        try
        {
            return await graph.Reads.Drives[version.DriveId].Items[version.ItemId].GetAsync(asked => asked.QueryParameters.Select = Name, cancellationToken);
        }
        catch (CallFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }
}
