using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Api;

/// <summary>
/// What a technician does with plans on the local page. Yes, undo and passwords are for those alone who signed in: a typed name approves nothing.
/// </summary>
/// <param name="parts">The engine.</param>
internal sealed class PlanEndpoints(EngineParts parts)
{
    private readonly PlanDesk _desk = parts.Plans.Desk;
    private readonly PlanView _view = new(parts.Plans.Desk);

    /// <summary>Maps them.</summary>
    public void Map(WebApplication app) => app.MapPost("/api/requests/{reference}/plan/{act}", ActAsync);

    private async Task<IResult> ActAsync(HttpContext context, string reference, string act, CancellationToken cancellationToken)
    {
        if (RequestReference.FindIn(reference) is not { } known || known.Value.Length != reference.Length) return JsonBody.Problem(StatusCodes.Status404NotFound, "a reference such as SI-1234-5678");
        if (await JsonBody.ReadAsync(context.Request, ApiJson.Default.PlanAct, cancellationToken) is not { } asked
            || new ActingTechnician(parts.Settings).NameOf(context, asked.Technician) is not { } name)
            return JsonBody.Problem(StatusCodes.Status400BadRequest, "a JSON object with technician");
        var by = new Actor(ActorKind.Technician, name);
        var session = SignedIn.Of(context.User);
        if (act is "approve" or "undo" or "reveal" && session is null)
            return Answer(new PlanActAnswer(Taken: false, InFrench(ApprovalRefusal.NotStaff.Say()), null));
        if (act is "reveal") return await RevealAsync(known, by, cancellationToken);
        PlanResult? result = act switch
        {
            "draw" => await _desk.DrawAsync(known, by, cancellationToken),
            "approve" when asked.Hash is { Length: 64 } hash => await _desk.ApproveAsync(known, by, new ApprovalClick(session!.Id, TenantOf(session), hash, asked.Typed), cancellationToken),
            "refuse" => await _desk.RefuseAsync(known, by, cancellationToken, asked.Hash),
            "call-off" => await _desk.CallOffAsync(known, by, cancellationToken, asked.Hash),
            "resume" => await _desk.ResumeAsync(known, by, cancellationToken, asked.Hash),
            "tick" when asked.Step is { } step => await _desk.TickAsync(known, by, step, cancellationToken, asked.Hash),
            "undo" => await _desk.UndoAsync(known, by, session!.Id, cancellationToken, asked.Hash),
            _ => null,
        };
        if (result is null) return JsonBody.Problem(StatusCodes.Status400BadRequest, "draw, approve (hash), refuse, call-off, tick (step), resume, undo or reveal");
        if (result.Refusal is Refusal.NoSuchRequest) return JsonBody.Problem(StatusCodes.Status404NotFound, "the reference of one request", InFrench(Refusal.NoSuchRequest.Say()));
        return Answer(await AnswerOfAsync(result, cancellationToken));
    }

    private async Task<PlanActAnswer> AnswerOfAsync(PlanResult result, CancellationToken cancellationToken)
    {
        var plan = result.Plan is { CanRun: false } blocked ? PlanView.Blocked(blocked, Language.French)
            : result.Document is { } document ? await _view.OfAsync(document, Language.French, cancellationToken)
            : null;
        return new PlanActAnswer(result.Taken, result.Why is { } why ? InFrench(why) : null, plan);
    }

    private async Task<IResult> RevealAsync(RequestReference reference, Actor by, CancellationToken cancellationToken) =>
        await _desk.RevealAsync(reference, by, cancellationToken) is { } secret
            ? Answer(new PlanActAnswer(Taken: true, null, null, secret))
            : Answer(new PlanActAnswer(Taken: false, InFrench(RunWords.SecretGone), null));

    /// <summary>The demo's technician has no tenant of their own: the demo's is theirs.</summary>
    private Guid TenantOf(SignedIn session) => Guid.TryParse(session.Tenant, out var tenant) ? tenant : parts.Settings.Demo ? parts.Settings.Execution.StaffTenant : Guid.Empty;

    private static string InFrench(Label words) => Typography.Set(words, Language.French);

    private static IResult Answer(PlanActAnswer answer) => Results.Json(answer, ApiJson.Default.PlanActAnswer);
}
