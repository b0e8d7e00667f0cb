using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Api;

/// <summary>On the page, a technician has a quarantined message read again; the operators' journal names who asked.</summary>
internal static class QuarantineEndpoints
{
    public static void MapQuarantine(this WebApplication app, EngineParts parts)
    {
        var acting = new ActingTechnician(parts.Settings);
        app.MapPost("/api/quarantine/replay", async (HttpContext context, CancellationToken cancellationToken) =>
        {
            var wish = await JsonBody.ReadAsync(context.Request, ApiJson.Default.ReplayWish, cancellationToken);
            if (wish?.Key is not { Length: > 0 } key) return JsonBody.Problem(StatusCodes.Status400BadRequest, "a JSON object with a key");
            var outcome = await parts.Quarantine.ReplayAsync(new IntakeKey(key), acting.NameOf(context, wish.Technician) ?? BoardEndpoints.Unnamed, cancellationToken);
            return outcome is ReplayOutcome.Replayed
                ? Results.StatusCode(StatusCodes.Status204NoContent)
                : JsonBody.Problem(
                    outcome is ReplayOutcome.NoSuchMessage ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict, $"a quarantined message whose raw bytes are kept ({outcome})",
                    Typography.Set(Say(outcome), Language.French));
        });
    }

    private static Label Say(ReplayOutcome outcome) => outcome switch
    {
        ReplayOutcome.RawGone => new("Le message d’origine n’est plus conservé : il ne peut pas être relu.", "The original message is no longer kept: it cannot be read again."),
        ReplayOutcome.Contended => new("Quelqu’un d’autre agit sur ce message : réessayez.", "Somebody else is acting on this message: try again."),
        _ => new("Ce message n’est plus en quarantaine.", "This message is no longer in quarantine."),
    };
}
