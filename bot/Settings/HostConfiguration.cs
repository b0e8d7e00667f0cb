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
}
