namespace SiOne.Bot.Host.Settings;

/// <summary>Tells every mistake in the settings at once, one line each.</summary>
internal static class SettingsReport
{
    /// <summary>Writes them.</summary>
    /// <returns>The exit code for settings that cannot be used.</returns>
    public static async Task<int> WriteAsync(SettingsReading reading, TextWriter error)
    {
        foreach (var mistake in reading.Mistakes) await error.WriteLineAsync(mistake.ToString());
        return Commands.CommandLine.BadSettings;
    }
}
