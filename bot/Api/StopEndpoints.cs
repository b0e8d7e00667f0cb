using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Api;

/// <summary>
/// The stop switch on the local page (RELIABILITY E69): whoever reaches the page may stop every change in every tenant, and only who signed in may let
/// them go on. Who did stands in the operators' journal.
/// </summary>
/// <param name="parts">The engine.</param>
internal sealed class StopEndpoints(EngineParts parts)
{
    private const string What = "microsoft-365";

    private readonly StopSwitch _stop = parts.Plans.Stop;
    private readonly ActingTechnician _acting = new(parts.Settings);

    /// <summary>Maps them.</summary>
    public void Map(WebApplication app) => app.MapPost("/api/stop/{set}", SetAsync);

    /// <summary>How it stands, for who looks; null where nothing is ever changed in a tenant.</summary>
    public static BoardStop? Read(EngineParts parts, HttpContext context)
    {
        if (parts.Settings.Graph is null || parts.Settings.Host.SafeMode) return null;
        return parts.Plans.Stop switch
        {
            { Held: true } => new BoardStop("held", InFrench(StopWords.Held), ""),
            { IsSet: false } => new BoardStop("off", InFrench(StopWords.Off), InFrench(StopWords.Does)) { Act = InFrench(StopWords.Stop), Confirm = InFrench(StopWords.ConfirmStop) },
            _ when SignedIn.Of(context.User) is null => new BoardStop("on", InFrench(StopWords.On), InFrench(StopWords.EndsSignedIn)),
            _ => new BoardStop("on", InFrench(StopWords.On), InFrench(StopWords.Ends)) { Act = InFrench(StopWords.End), Confirm = InFrench(StopWords.ConfirmEnd) },
        };
    }

    private async Task<IResult> SetAsync(HttpContext context, string set, CancellationToken cancellationToken)
    {
        if (set is not ("on" or "off")) return JsonBody.Problem(StatusCodes.Status404NotFound, "on or off");
        if (set is "off" && SignedIn.Of(context.User) is null)
            return JsonBody.Problem(StatusCodes.Status403Forbidden, "a signed-in technician", InFrench(StopWords.EndsSignedIn));
        if (set is "on") _stop.Set(stopped: true); // First of all, whatever else fails.
        var asked = await JsonBody.ReadAsync(context.Request, ApiJson.Default.PlanAct, cancellationToken);
        parts.Journal.Append(_acting.NameOf(context, asked?.Technician) ?? BoardEndpoints.Unnamed, set is "on" ? "stop-changes" : "allow-changes", What);
        if (set is "off") _stop.Set(stopped: false);
        parts.Board.Announce();
        return Results.NoContent();
    }

    private static string InFrench(Label words) => Typography.Set(words, Language.French);
}
