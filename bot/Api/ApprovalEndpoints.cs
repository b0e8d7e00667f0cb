using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>Where an approver who reads mail says yes or no (Art. 11, 14): their mail has the address, signed for them and for what was asked.</summary>
internal static class ApprovalEndpoints
{
    private const int MostReason = 2_000; // Characters.
    private const long MostBytes = 16 * 1024;

    public static void MapApprovals(this WebApplication app, EngineParts parts, TimeProvider clock)
    {
        var approvals = new LinkedApprovals(parts, clock);
        app.MapGet($"{LinkPages.Approvals}{{token}}", async (string token, HttpContext context, CancellationToken cancellationToken) =>
        {
            LinkPages.KeepPrivate(context);
            return Shown(await approvals.FindAsync(token, cancellationToken));
        });
        app.MapPost($"{LinkPages.Approvals}{{token}}", async (string token, HttpContext context, CancellationToken cancellationToken) =>
        {
            if (!LinkPages.IsFromAPage(context.Request)) return LinkPages.FromNoPage;
            var found = await approvals.FindAsync(token, cancellationToken);
            if (found is not LinkedApproval.Open open) return Shown(found);
            return await ReadAsync(context, cancellationToken) is { } said
                ? await LinkPages.TakeAsync(parts, KeyOf(open), MessageOf(open, said), clock, cancellationToken)
                : JsonBody.Problem(StatusCodes.Status400BadRequest, $"a JSON object with granted (true or false) and reason (at most {MostReason} characters)");
        });
    }

    /// <summary>One decision a link: a yes after a no, or the same again, is the same message and changes nothing.</summary>
    private static string KeyOf(LinkedApproval.Open open) =>
        string.Create(CultureInfo.InvariantCulture, $"approval/{open.Token.Request}/{open.Token.Version}/{open.Person.Id}");

    private static ApplicationMessage MessageOf(LinkedApproval.Open open, DecisionBody said)
    {
        var reason = said is { Granted: false, Reason: { } written } && written.Trim() is { Length: > 0 } words ? words : null;
        return new ApplicationMessage
        {
            From = open.Person.Addresses[0].Value,
            Subject = open.Read.Document.State.Reference.Value,
            Text = said.Granted ? "D’accord." : reason is null ? "Je refuse." : $"Je refuse.\n\n{reason}",
            Decision = new LinkDecision(open.Token.Request, open.Token.Version, open.Person.Id, said.Granted) { Reason = reason },
        };
    }

    private static async Task<DecisionBody?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        try
        {
            return await JsonBody.ReadAsync(context.Request, ApiJson.Default.DecisionBody, cancellationToken) is { } body && !(body.Reason?.Length > MostReason) ? body : null;
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }

    private static IResult Shown(LinkedApproval? found) => found switch
    {
        LinkedApproval.Open open => Shown(open.Read.Standing.SayToDecide(), Form(open.Read.Standing.Language), decided: null),
        LinkedApproval.Over over => Shown(over.Read.Standing.Say(), decide: null, over.Decided),
        LinkedApproval.No no => JsonBody.Problem(no.Status, "a link that is still its reader's to decide with", Typography.Set(no.Why, no.Language)),
        _ => LinkPages.Unknown,
    };

    private static IResult Shown(WordedAnswer words, DecisionForm? decide, string? decided)
    {
        var request = words.Requests[0];
        return Results.Json(
            new ConfirmationAnswer(words.Language is Language.English ? "en" : "fr", request.Tone.ToString(), request, Confirm: null)
            {
                Opening = words.Opening,
                Said = words.Said,
                Decide = decide,
                Decided = decided,
            },
            ApiJson.Default.ConfirmationAnswer);
    }

    private static DecisionForm Form(Language language)
    {
        return new DecisionForm(Say(ApprovalPageWords.Approve), Say(ApprovalPageWords.Decline), Say(ApprovalPageWords.Reason), MostReason, Say(ApprovalPageWords.Confirm), Say(ApprovalPageWords.Back));

        string Say(Label label) => Typography.Set(label, language);
    }
}
