namespace SiOne.Bot.EndToEnd.Running;

/// <summary>Where the product lies that these tests start: the built program of the same configuration.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string HostProgram { get; } = Path.Combine(Root, "bot", "bin", Configuration, "net10.0", "SiOne.Bot.Host.dll");

    public static string DemoMails { get; } = Path.Combine(Root, "bot", "Demo", "Mails");

    /// <summary>The folder below bin that this test was built into.</summary>
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "global.json"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above the tests holds global.json.");
    }
}
