namespace SiOne.Bot.Host.Settings;

/// <summary>Where settings come from, later ones winning: the shipped appsettings.json, one in the current folder, user secrets, the environment.</summary>
public static class HostConfiguration
{
    /// <summary>Reads all of them.</summary>
    public static IConfigurationRoot Build() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
        .AddUserSecrets(typeof(HostConfiguration).Assembly, optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>Reads the settings.</summary>
    /// <param name="dataFolder">Another data folder than the configured one; null for that one.</param>
    public static SettingsReading Read(string? dataFolder = null)
    {
        var configured = Build();
        return SettingsReader.Read(dataFolder is null
            ? configured
            : new ConfigurationBuilder().AddConfiguration(configured).AddInMemoryCollection([KeyValuePair.Create("SiOne:DataFolder", (string?)dataFolder)]).Build());
    }

    /// <summary>The settings of a copy of the data: where the copy has no master key of its own, the installation's opens it.</summary>
    /// <param name="copy">The copy's folder.</param>
    public static SettingsReading ReadCopy(string copy)
    {
        var (own, there) = (Read(), Read(copy));
        if (own.Usable is { } installed && there.Usable is { } copied && !File.Exists(copied.MasterKeyPath)) copied.Host.MasterKeyFile = installed.MasterKeyPath;
        return there;
    }
}
