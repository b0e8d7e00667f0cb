using System.Text;
using System.Text.Encodings.Web;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>
/// The page on which somebody ends their weekly digest, or has it again. Opening it changes nothing. A mail provider ends it by one POST without a
/// page (RFC 8058, 3.1), which has no Origin, no cookie and no script; whoever has it again does so at our page.
/// </summary>
internal static class SubscriptionEndpoints
{
    /// <summary>The one field of a provider's POST (RFC 8058, 3.1).</summary>
    private const string Field = "List-Unsubscribe";

    private const string OneClick = "One-Click";
    private const string WayBack = "Receive";

    /// <summary>What is answered to customers' people.</summary>
    public static bool Holds(HttpRequest request) => request.Path.StartsWithSegments(SubscriptionLinks.Path.TrimEnd('/'), StringComparison.Ordinal);

    public static void MapSubscriptions(this WebApplication app, EngineParts parts, TimeProvider clock)
    {
        if (parts.Settings.ConfirmationUrl is null) return;
        app.MapGet($"{SubscriptionLinks.Path}{{token}}", async (string token, HttpContext context, CancellationToken cancellationToken) =>
        {
            Prepare(context);
            return Find(parts, token, clock) is var (customer, person) ? await ShownAsync(parts, customer, person, cancellationToken) : Unknown;
        });
        app.MapPost($"{SubscriptionLinks.Path}{{token}}", async (string token, HttpContext context, CancellationToken cancellationToken) =>
        {
            Prepare(context);
            if (await FieldAsync(context.Request, cancellationToken) is not { } said) return JsonBody.Problem(StatusCodes.Status400BadRequest, $"a form with {Field}={OneClick}");
            if (Find(parts, token, clock) is not var (customer, person)) return Unknown;
            if (said is WayBack && !LinkPages.IsFromAPage(context.Request)) return LinkPages.FromNoPage;
            await parts.Subscriptions.ChooseAsync(customer, person, wanted: said is WayBack, cancellationToken);
            return await ShownAsync(parts, customer, person, cancellationToken);
        });
    }

    /// <summary>A form's Origin would be hidden by the policy of all other pages.</summary>
    private static void Prepare(HttpContext context)
    {
        LinkPages.KeepPrivate(context);
        context.Response.Headers["Referrer-Policy"] = "same-origin";
    }

    private static async Task<string?> FieldAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType) return null;
        try
        {
            var said = (await request.ReadFormAsync(cancellationToken))[Field].ToString();
            return said is OneClick or WayBack ? said : null;
        }
        catch (Exception malformed) when (malformed is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Whose token it is; null where it is not ours, or they are no longer listed. Deny by default.</summary>
    private static (Customer Customer, Person Person)? Find(EngineParts parts, string token, TimeProvider clock) =>
        parts.SubscriptionLinks.Verify(token) is var (customerId, personId)
        && parts.Directory.Find(customerId, clock.GetUtcNow()) is { } customer && customer.FindPerson(personId) is { } person
            ? (customer, person)
            : null;

    private static async Task<IResult> ShownAsync(EngineParts parts, Customer customer, Person person, CancellationToken cancellationToken)
    {
        var wanted = await parts.Subscriptions.WantsAsync(customer, person, cancellationToken);
        var ended = person.Digest is false;
        return Page(SubscriptionWords.Stands(customer.Name, wanted, ended, person.Language), ended ? "" : Form(wanted, person.Language), person.Language, StatusCodes.Status200OK);
    }

    private static IResult Unknown => Page(Typography.Set(SubscriptionWords.Unknown, Language.French), "", Language.French, StatusCodes.Status404NotFound);

    private static string Form(bool wanted, Language language) =>
        $"""<form method="post"><input type="hidden" name="{Field}" value="{(wanted ? OneClick : WayBack)}"><button class="main">{Encoded(Typography.Set(wanted ? SubscriptionWords.End : SubscriptionWords.Begin, language))}</button></form>""";

    private static IResult Page(string stands, string form, Language language, int status) => Results.Content(
        Encoding.UTF8.GetString(PageFiles.Read("/subscription.html"))
            .Replace("{lang}", language is Language.English ? "en" : "fr", StringComparison.Ordinal)
            .Replace("{title}", Encoded(Typography.Set(SubscriptionWords.Title, language)), StringComparison.Ordinal)
            .Replace("{form}", form, StringComparison.Ordinal)
            .Replace("{stands}", Encoded(stands), StringComparison.Ordinal),
        "text/html; charset=utf-8", Encoding.UTF8, status);

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
