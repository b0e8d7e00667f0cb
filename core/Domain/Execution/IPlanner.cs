using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Execution;

/// <summary>Plans one family of operations.</summary>
internal interface IPlanner
{
    /// <summary>Which.</summary>
    ImmutableArray<Operation> Operations { get; }

    /// <summary>What to read of the tenant for it; null where nothing there serves.</summary>
    PictureWanted? Wants(Case request);

    /// <summary>Writes the steps.</summary>
    void Write(PlanDraft draft);
}

/// <summary>What planners ask to be read.</summary>
internal static class Wanted
{
    /// <summary>These accounts, and groups, files and devices beside them.</summary>
    public static PictureWanted Of(
        IEnumerable<Sought?> accounts, ImmutableArray<string> groups = default, ImmutableArray<string> paths = default, bool devices = false) => new(
        [.. accounts.OfType<Sought>().Select(sought => sought.Key).Distinct(StringComparer.OrdinalIgnoreCase)],
        groups.IsDefault ? [] : groups, paths.IsDefault ? [] : paths, devices);
}
