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
        ["/plan.js"] = "text/javascript; charset=utf-8",
        ["/stop.js"] = "text/javascript; charset=utf-8",
        ["/acts.js"] = "text/javascript; charset=utf-8",
        ["/effects.js"] = "text/javascript; charset=utf-8",
        ["/digests.js"] = "text/javascript; charset=utf-8",
        ["/queue.js"] = "text/javascript; charset=utf-8",
        ["/forms.js"] = "text/javascript; charset=utf-8",
        ["/dom.js"] = "text/javascript; charset=utf-8",
        ["/icon.svg"] = "image/svg+xml",
    };

    /// <summary>The files of the page where technicians sign in, besides the page itself.</summary>
    public static IReadOnlyDictionary<string, string> SignIn { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/signin.css"] = "text/css; charset=utf-8",
        ["/signin.js"] = "text/javascript; charset=utf-8",
    };

    /// <summary>The files of the page where customers' people confirm a request; the page itself has a token in its address.</summary>
    public static IReadOnlyDictionary<string, string> Confirmation { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/confirm.css"] = "text/css; charset=utf-8",
        ["/confirm.js"] = "text/javascript; charset=utf-8",
    };

    /// <summary>The files of the demo's chat page; the renderer of cards only where the build could restore it.</summary>
    public static IReadOnlyDictionary<string, string> Demo { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/chat"] = "text/html; charset=utf-8",
        ["/chat.css"] = "text/css; charset=utf-8",
        ["/chat.js"] = "text/javascript; charset=utf-8",
        ["/chat-people.js"] = "text/javascript; charset=utf-8",
        ["/chat-messages.js"] = "text/javascript; charset=utf-8",
        ["/chat-cards.js"] = "text/javascript; charset=utf-8",
        ["/chat-plain.js"] = "text/javascript; charset=utf-8",
        ["/chat-markdown.js"] = "text/javascript; charset=utf-8",
        ["/adaptivecards.js"] = "text/javascript; charset=utf-8",
    }.Where(file => Open(file.Key) is not null).ToDictionary(StringComparer.Ordinal);

    /// <summary>Serves files of the page.</summary>
    public static void MapFiles(this WebApplication app, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (path, type) in files) app.MapGet(path, () => Results.Bytes(Read(path), type));
    }

    public static byte[] Read(string path)
    {
        using var stream = Open(path)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream? Open(string path)
    {
        var name = path switch { "/" => "page.html", "/chat" => "chat.html", _ => path[1..] };
        return typeof(PageFiles).Assembly.GetManifestResourceStream($"SiOne.Bot.Host.Pages.{name}");
    }
}
