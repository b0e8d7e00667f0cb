namespace SiOne.Bot.Manifest;

/// <summary>The icons, rendered from the SVG files beside them: a full square of 192 pixels in colour, and 32 pixels in white on nothing.</summary>
internal static class AppIcons
{
    /// <summary>The colour icon's name inside a package.</summary>
    public const string ColourName = "color.png";

    /// <summary>The outline icon's name inside a package.</summary>
    public const string OutlineName = "outline.png";

    public static byte[] Colour(TeamsApp app) => Read($"{Prefix(app)}-{ColourName}");

    public static byte[] Outline(TeamsApp app) => Read($"{Prefix(app)}-{OutlineName}");

    private static string Prefix(TeamsApp app) => app switch
    {
        TeamsApp.Customers => "customers",
        TeamsApp.Technicians => "technicians",
    };

    private static byte[] Read(string name)
    {
        using var stream = typeof(AppIcons).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
