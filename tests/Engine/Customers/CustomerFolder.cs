using SiOne.Bot.Engine.Customers;

namespace SiOne.Bot.Engine.Tests.Customers;

/// <summary>A folder of customer files for one test.</summary>
internal sealed class CustomerFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("customers-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public CustomerFolder With(string file, string json)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, file), json);
        return this;
    }

    public LoadedCustomers Load() => CustomerFiles.Load(Path);

    /// <summary>What one file of that content gives.</summary>
    public static LoadedCustomers LoadOne(string json)
    {
        using var folder = new CustomerFolder();
        return folder.With("acme.json", json).Load();
    }

    /// <summary>The mistakes of one file of that content, as a person reads them.</summary>
    public static string[] MistakesOf(string json) => [.. LoadOne(json).Mistakes.Select(mistake => mistake.ToString())];
}

/// <summary>Customer files that are right, but for the one member under test.</summary>
internal static class CustomerJson
{
    public const string Boss = """{"id":"ada","name":"Ada Modèle","addresses":["ada@acme.example"],"role":"direction"}""";

    /// <summary>A right file in which members are replaced or added; a null value leaves the member out.</summary>
    public static string With(params (string Key, string? Json)[] members)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["name"] = "\"Acme\"",
            ["level"] = "\"Standard\"",
            ["services"] = "[\"Maintenance\"]",
            ["domains"] = "[\"acme.example\"]",
            ["people"] = $"[{Boss}]",
        };
        foreach (var (key, json) in members) all[key] = json;
        return $"{{\n{string.Join(",\n", all.Where(member => member.Value is not null).Select(member => $"\"{member.Key}\": {member.Value}"))}\n}}";
    }

    /// <summary>A right file with that person after the first.</summary>
    public static string WithPerson(string person) => With(("people", $"[{Boss},\n{person}]"));
}

/// <summary>Files of the repository that tests read where they lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
