namespace SiOne.Bot.TestKit;

/// <summary>The repository that these tests were built in, and the program built beside them in the same configuration.</summary>
public static class Repository
{
    /// <summary>The folder that holds global.json.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The built program: run it with <c>dotnet</c>.</summary>
    public static string HostProgram { get; } = Path.Combine(Root, "bot", "bin", Configuration, "net10.0", "SiOne.Bot.Host.dll");

    /// <summary>The mails that the demo takes in.</summary>
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
