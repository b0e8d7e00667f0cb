using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Graph.Reading;

/// <summary>Reads what a request is about, and no more.</summary>
internal static class PictureReader
{
    private static readonly string[] Organization = ["id", "verifiedDomains"];
    private static readonly string[] Device =
        ["id", "deviceName", "manufacturer", "model", "serialNumber", "userId", "operatingSystem", "managedDeviceOwnerType", "lastSyncDateTime"];

    private static readonly string[] PhoneSystems = ["iOS", "iPadOS", "Android"];

    /// <summary>The picture.</summary>
    public static async Task<TenantPicture> ReadAsync(TenantGraph graph, PictureWanted wanted, CancellationToken cancellationToken)
    {
        var readAt = graph.Time.GetUtcNow();
        var domains = await DomainsAsync(graph, cancellationToken);
        var bought = await Licences.BoughtAsync(graph.Reads, cancellationToken);
        var accounts = new List<FoundAccount>();
        foreach (var sought in wanted.Accounts)
            foreach (var user in await AccountSearch.FindAsync(graph.Reads, sought, cancellationToken))
                accounts.Add(await AccountReader.ReadAsync(graph, user, sought, bought, cancellationToken));
        var groups = new List<FoundGroup>();
        foreach (var sought in wanted.Groups) groups.AddRange(await GroupsAsync(graph, sought, cancellationToken));
        // Devices and files are the first account's: of nobody's, where that one is not clear.
        var first = wanted.Accounts is [var name, ..] && accounts.Where(account => account.SoughtAs == name).ToList() is [var only] ? only : null;
        return new TenantPicture
        {
            ReadAt = readAt,
            VerifiedDomains = domains,
            Accounts = [.. accounts],
            Licences = bought,
            Groups = [.. groups],
            Devices = wanted.Devices && first is not null ? await DevicesAsync(graph, first.Account, cancellationToken) : [],
            Files = first is not null ? await FilesAsync(graph, first.Account, wanted.Paths, cancellationToken) : [],
        };
    }

    private static async Task<ImmutableArray<string>> DomainsAsync(TenantGraph graph, CancellationToken cancellationToken)
    {
        var own = await graph.Reads.Organization.GetAsync(asked => asked.QueryParameters.Select = Organization, cancellationToken);
        return [.. (own?.Value ?? []).SelectMany(each => each.VerifiedDomains ?? []).Select(domain => (domain.Name ?? "").ToLowerInvariant()).Where(name => name.Length > 0)];
    }

    private static async Task<IEnumerable<FoundGroup>> GroupsAsync(TenantGraph graph, string sought, CancellationToken cancellationToken)
    {
        var quoted = AccountSearch.Quoted(sought);
        var page = await graph.Reads.Groups.GetAsync(
            asked => (asked.QueryParameters.Filter, asked.QueryParameters.Select) = ($"displayName eq {quoted} or mail eq {quoted}", Groups.Select),
            cancellationToken);
        var all = await Pages.AllAsync(page, next => graph.Reads.Groups.WithUrl(next).GetAsync(cancellationToken: cancellationToken), each => each.Value);
        return all.Select(group => Groups.FoundOf(group, sought));
    }

    private static async Task<ImmutableArray<FoundDevice>> DevicesAsync(TenantGraph graph, AccountRef holder, CancellationToken cancellationToken)
    {
        var id = holder.Id!.Value.ToString("D", CultureInfo.InvariantCulture);
        var devices = graph.Reads.DeviceManagement.ManagedDevices;
        var page = await devices.GetAsync(asked => (asked.QueryParameters.Filter, asked.QueryParameters.Select) = ($"userId eq '{id}'", Device), cancellationToken);
        var all = await Pages.AllAsync(page, next => devices.WithUrl(next).GetAsync(cancellationToken: cancellationToken), each => each.Value);
        return [.. all.Where(device => Guid.TryParse(device.UserId, out var user) && user == holder.Id).Select(device => Found(device, holder.Id.Value))];
    }

    private static FoundDevice Found(ManagedDevice device, Guid holder) => new(
        new DeviceRef(device.Id!, device.DeviceName ?? "", $"{device.Manufacturer} {device.Model}".Trim(), device.SerialNumber ?? "", holder),
        PhoneSystems.Contains(device.OperatingSystem, StringComparer.OrdinalIgnoreCase),
        device.ManagedDeviceOwnerType == ManagedDeviceOwnerType.Personal,
        device.LastSyncDateTime is { Year: > 1 } seen ? seen : null);

    private static async Task<ImmutableArray<FoundFile>> FilesAsync(TenantGraph graph, AccountRef owner, ImmutableArray<string> paths, CancellationToken cancellationToken)
    {
        var id = owner.Id!.Value.ToString("D", CultureInfo.InvariantCulture);
        var found = new List<FoundFile>();
        foreach (var path in paths)
            if (await Files.FindAsync(graph.Reads, id, path, cancellationToken) is { } file) found.Add(file);
        return [.. found];
    }
}
