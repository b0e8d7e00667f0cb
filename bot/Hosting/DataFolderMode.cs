using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Hosting;

/// <summary>
/// Marks a data folder as the demo's or as live at its first start, and refuses the other afterwards: a host started in the wrong folder would
/// find no settings, take itself for the demo, and "deliver" real answers into a folder.
/// </summary>
internal static class DataFolderMode
{
    /// <summary>Makes the data folder where it is missing, and claims it.</summary>
    /// <exception cref="InvalidDataException">It belongs to the other mode.</exception>
    /// <exception cref="StoreUnavailableException">This account cannot write it; the message says what to do.</exception>
    public static void Claim(UsableSettings settings)
    {
        try
        {
            OwnFile.MakeFolder(settings.Host.DataFolder);
            using (File.Create(Path.Combine(settings.Host.DataFolder, $"{Guid.NewGuid():N}.tmp"), 1, FileOptions.DeleteOnClose)) { }
            ClaimMade(settings);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new StoreUnavailableException(FolderNeeds.Writing(Path.GetFullPath(settings.Host.DataFolder)), refused);
        }
    }

    private static void ClaimMade(UsableSettings settings)
    {
        var mark = Path.Combine(settings.Host.DataFolder, "mode");
        var mode = settings.Demo ? "demo" : "live";
        if (!File.Exists(mark))
        {
            File.WriteAllText(mark, mode);
            return;
        }

        var found = File.ReadAllText(mark).Trim();
        if (found.Length == 0) File.WriteAllText(mark, mode); // Its first start was killed before it held anything.
        else if (found != mode)
            throw new InvalidDataException($"{settings.Host.DataFolder} holds data of a {found} host and this start is {mode}: check the settings, or set SiOne:DataFolder.");
    }
}
