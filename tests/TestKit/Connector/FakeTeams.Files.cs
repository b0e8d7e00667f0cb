using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SiOne.Bot.TestKit.Connector;

/// <summary>
/// The files that people attach. One from their drive lies where its address is the pass, for a while, and a request with a token is refused; an image
/// pasted into a message lies with the service, which gives it to the bot of that conversation alone.
/// </summary>
public sealed partial class FakeTeams
{
    private const string Pass = "pass";
    private readonly ConcurrentDictionary<string, FakeFile> _files = new(StringComparer.Ordinal);

    /// <summary>Files are given when this ends.</summary>
    public Task FileHold { get; set; } = Task.CompletedTask;

    /// <summary>How often bytes of files were asked for.</summary>
    public int FileRequests => _requests.Count(request => request.Path.StartsWith("/files/", StringComparison.Ordinal) || request.Path.Contains("/v3/attachments/", StringComparison.Ordinal));

    /// <summary>Bytes that lie where files of people lie.</summary>
    /// <param name="name">The name that its owner gave it.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="withLength">The answer states its length beforehand.</param>
    /// <returns>The attachment of a message.</returns>
    public JsonObject AddFile(string name, byte[] bytes, bool withLength = true)
    {
        var id = Guid.NewGuid().ToString("N");
        _files[id] = new FakeFile(bytes, "application/octet-stream", WithToken: false) { StatesLength = withLength };
        return FileAt($"{Url}/files/{id}?tempauth={Pass}", name, id);
    }

    /// <summary>The attachment of a message for a file that lies at any address.</summary>
    public static JsonObject FileAt(string address, string name, string id = "0")
    {
        var content = new JsonObject { ["downloadUrl"] = address, ["uniqueId"] = id, ["fileType"] = Path.GetExtension(name).TrimStart('.') };
        return new JsonObject { ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["name"] = name, ["content"] = content };
    }

    /// <summary>Bytes of an image in a message to the customers' bot, which the service keeps.</summary>
    /// <returns>The attachment of a message.</returns>
    public JsonObject AddImage(byte[] bytes)
    {
        var id = Guid.NewGuid().ToString("N");
        _files[id] = new FakeFile(bytes, "image/png", WithToken: true);
        return ImageAt($"{Url}/emea/v3/attachments/{id}/views/original");
    }

    /// <summary>The attachment of a message for an image that lies at any address.</summary>
    public static JsonObject ImageAt(string address) => new() { ["contentType"] = "image/*", ["contentUrl"] = address };

    /// <summary>The address of a file is no longer good: the drive answers 401.</summary>
    public void Expire(JsonObject attachment) => Change(attachment, file => file with { IsExpired = true });

    /// <summary>A file was deleted.</summary>
    public void Delete(JsonObject attachment) => _files.TryRemove(IdOf(attachment), out _);

    /// <summary>The address of a file leads elsewhere.</summary>
    public void Redirect(JsonObject attachment, string address) => Change(attachment, file => file with { Elsewhere = address });

    /// <summary>So many of the next requests for a file are answered 503.</summary>
    public void Trouble(JsonObject attachment, int times) => Change(attachment, file => file with { Troubles = times });

    private void Change(JsonObject attachment, Func<FakeFile, FakeFile> change) => _files[IdOf(attachment)] = change(_files[IdOf(attachment)]);

    private static string IdOf(JsonObject attachment) =>
        (string?)attachment["content"]?["uniqueId"] ?? new Uri((string)attachment["contentUrl"]!).Segments[4].TrimEnd('/');

    private void MapFiles()
    {
        _app.MapGet("/emea/v3/attachments/{name}/views/{view}", (HttpContext context, string name, string view) => ImageAsync(context, name, view));
        _app.MapGet("/files/{name}", (HttpContext context, string name) => FileAsync(context, name));
    }

    private async Task ImageAsync(HttpContext context, string name, string view)
    {
        if (!await IsLetInAsync(context)) return;
        if (AppOf(context) != Customers) await RefuseAsync(context, 403, "BotNotInConversationRoster", "the bot takes no part");
        else if (view is not "original" || !_files.TryGetValue(name, out var file) || !file.WithToken) await RefuseAsync(context, 404, "itemNotFound", "no such image");
        else await GiveAsync(context, name, file);
    }

    private async Task FileAsync(HttpContext context, string name)
    {
        if (context.Request.Headers.ContainsKey("Authorization") || context.Request.Query["tempauth"] != Pass)
            await RefuseAsync(context, 403, "accessDenied", "the address is the pass");
        else if (!_files.TryGetValue(name, out var file) || file.WithToken) await RefuseAsync(context, 404, "itemNotFound", "no such file");
        else if (file.IsExpired) await RefuseAsync(context, 401, "unauthenticated", "the address has expired");
        else await GiveAsync(context, name, file);
    }

    private async Task GiveAsync(HttpContext context, string name, FakeFile file)
    {
        if (file.Troubles > 0)
        {
            _files[name] = file with { Troubles = file.Troubles - 1 };
            await RefuseAsync(context, 503, "serviceNotAvailable", "as the test ordered");
            return;
        }

        if (file.Elsewhere is { } elsewhere)
        {
            context.Response.Redirect(elsewhere);
            return;
        }

        await FileHold.WaitAsync(context.RequestAborted);
        context.Response.ContentType = file.ContentType;
        if (file.StatesLength) context.Response.ContentLength = file.Bytes.Length;
        await context.Response.Body.WriteAsync(file.Bytes);
    }

    private sealed record FakeFile(byte[] Bytes, string ContentType, bool WithToken)
    {
        public bool StatesLength { get; init; } = true;

        public bool IsExpired { get; init; }

        public string? Elsewhere { get; init; }

        public int Troubles { get; init; }
    }
}
