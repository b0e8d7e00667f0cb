namespace SiOne.Bot.Host.Api;

/// <summary>The files of the local page, inside the program.</summary>
internal static class PageFiles
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/"] = "text/html; charset=utf-8",
        ["/page.css"] = "text/css; charset=utf-8",
        ["/page.js"] = "text/javascript; charset=utf-8",
        ["/message.js"] = "text/javascript; charset=utf-8",
        ["/request.js"] = "text/javascript; charset=utf-8",
        ["/acts.js"] = "text/javascript; charset=utf-8",
        ["/effects.js"] = "text/javascript; charset=utf-8",
        ["/forms.js"] = "text/javascript; charset=utf-8",
        ["/dom.js"] = "text/javascript; charset=utf-8",
        ["/icon.svg"] = "image/svg+xml",
    };

    public static byte[] Read(string path)
    {
        var name = path == "/" ? "page.html" : path[1..];
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream($"SiOne.Bot.Host.Pages.{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
