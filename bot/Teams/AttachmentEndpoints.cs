using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>Gives technicians the files of a message: always to be saved, never shown, whatever their names claim to be.</summary>
internal static class AttachmentEndpoints
{
    public static void MapAttachments(this WebApplication app, EngineParts parts)
    {
        var reserved = new ReservedTexts(parts);
        app.MapGet("/api/messages/{key}/attachments/{number:int:min(0):max(99)}", async (string key, int number, HttpContext context, CancellationToken cancellationToken) =>
        {
            var message = new IntakeKey(key);
            if (parts.Board.Find(message) is not { Row: { } row } entry || (reserved.Holds(entry) && !reserved.MayRead(context)) || await KeptText.ReadAsync(parts.Vault, message, cancellationToken) is not { } text
                || number >= text.Attachments.Count || parts.Files.Read(message, number, row.ReceivedAt) is not { } bytes)
                return Results.NotFound();
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.File(bytes, "application/octet-stream", text.Attachments[number]);
        });
    }
}
