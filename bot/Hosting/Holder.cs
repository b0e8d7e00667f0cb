namespace SiOne.Bot.Host.Hosting;

/// <summary>
/// By what name this installation holds leases. Kept in the data folder: after a restart, on another machine too, its own leases are taken over at
/// once instead of waiting for their end.
/// </summary>
internal static class Holder
{
    /// <summary>The name; made at the first start.</summary>
    /// <param name="dataFolder">The data folder, which exists.</param>
    public static string Of(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "holder");
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } known) return known;
        var made = $"bot-{Guid.NewGuid():N}";
        File.WriteAllText(file, made);
        return made;
    }
}
