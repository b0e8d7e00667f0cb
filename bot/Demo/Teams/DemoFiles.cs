using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>A file that somebody attached.</summary>
/// <param name="Id">Its id; whoever knows it may read it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record DemoFile(string Id, string Name, byte[] Bytes);

/// <summary>The drive on which people's files lie, in memory. As with the real one the address of a file is the pass, and a token shown to it is refused.</summary>
internal sealed class DemoFiles
{
    /// <summary>The largest file that is taken.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private const string Path = "/files/";
    private const int Most = 50;
    private readonly Lock _lock = new();
    private ImmutableQueue<DemoFile> _files = [];

    /// <summary>Takes a file; the oldest goes where there are too many.</summary>
    public DemoFile Add(string name, byte[] bytes)
    {
        var file = new DemoFile(RandomNumberGenerator.GetHexString(32, lowercase: true), name, bytes);
        lock (_lock)
        {
            _files = _files.Enqueue(file);
            if (_files.Count() > Most) _files = _files.Dequeue();
        }

        return file;
    }

    /// <summary>A file; null when it is not there any more.</summary>
    public DemoFile? Find(string id) => _files.FirstOrDefault(file => file.Id == id);

    /// <summary>Serves them.</summary>
    public void Map(WebApplication app) => app.MapGet($"{Path}{{id}}", (HttpContext context, string id) =>
        context.Request.Headers.Authorization.Count > 0 ? Results.StatusCode(StatusCodes.Status403Forbidden)
        : Find(id) is { } file ? Results.Bytes(file.Bytes, "application/octet-stream")
        : Results.NotFound());

    /// <summary>How Teams names a file in a message.</summary>
    public static Attachment AttachmentOf(DemoFile file, string url)
    {
        var content = new JsonObject
        {
            ["downloadUrl"] = $"{url}{Path}{file.Id}",
            ["uniqueId"] = file.Id,
            ["fileType"] = System.IO.Path.GetExtension(file.Name).TrimStart('.'),
        };
        return new Attachment { ContentType = Attachment.FileDownload, Name = file.Name, Content = JsonSerializer.SerializeToElement(content, DemoJson.Default.JsonObject) };
    }
}
