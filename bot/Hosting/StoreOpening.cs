using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Host.Hosting;

/// <summary>Opens the store that the settings name.</summary>
internal static class StoreOpening
{
    /// <summary>Opens it, making it when missing.</summary>
    /// <exception cref="StoreUnavailableException">It is held by another process, or cannot be read.</exception>
    public static IStore Open(UsableSettings settings, TimeProvider clock, ILoggerFactory logs, CommitPoints points) => LiteDbStore.Open(
        new LiteDbOptions { Path = settings.StorePath, Reached = point => points.Reached(point == "store.committed" ? "P4" : point) }, clock, logs.CreateLogger<LiteDbStore>());
}
