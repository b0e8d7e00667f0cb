using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Operations;

/// <summary>
/// The mark that a data folder was restored or rebuilt: as long as it lies there nothing leaves by itself, since what waits may have left long before
/// the loss. An operator takes it away.
/// </summary>
internal static class EffectsHeld
{
    public const string Restored = "restored";
    public const string Rebuilt = "rebuilt";
    private const string Name = "effects-held";

    /// <summary>Marks a data folder.</summary>
    public static void Mark(string dataFolder, string reason) => PrivateFile.Replace(Path.Combine(dataFolder, Name), System.Text.Encoding.ASCII.GetBytes(reason));

    /// <summary>Why everything is held; null when nothing is.</summary>
    public static string? ReasonIn(string dataFolder)
    {
        var mark = Path.Combine(dataFolder, Name);
        return !File.Exists(mark) ? null : File.ReadAllText(mark).Trim() is Rebuilt ? Rebuilt : Restored;
    }

    /// <summary>Takes the mark away.</summary>
    public static void Release(string dataFolder) => File.Delete(Path.Combine(dataFolder, Name));

    /// <summary>The settings as the mark demands.</summary>
    public static UsableSettings Under(UsableSettings settings) =>
        ReasonIn(settings.Host.DataFolder) is { } reason ? settings with { Engine = settings.Engine with { ObserveOnly = true, HoldAll = reason } } : settings;
}
