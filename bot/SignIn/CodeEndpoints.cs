using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using SiOne.Bot.Host.Api;

namespace SiOne.Bot.Host.SignIn;

/// <summary>A code that somebody typed, and where they were going.</summary>
internal sealed record CodeTyped(string Code, string? ReturnUrl = null);

/// <summary>Where to go after signing in.</summary>
internal sealed record CodeTaken(string ReturnUrl);

/// <summary>Source-generated JSON of the sign-in.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CodeTyped))]
[JsonSerializable(typeof(CodeTaken))]
internal sealed partial class SignInJson : JsonSerializerContext;

/// <summary>The demo's sign-in: whoever reads the console types the code.</summary>
/// <param name="codes">The codes.</param>
internal sealed class CodeEndpoints(OneTimeCodes codes)
{
    /// <summary>Who acts in the demo.</summary>
    public static SignedIn Technician { get; } = new("", "demo", "Technicien de démonstration");

    /// <summary>Maps it.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet(SignInPaths.Page, (HttpContext context) =>
        {
            codes.BeAsked();
            return SignInPage.Show(context, "/signin.html", StatusCodes.Status200OK);
        });
        app.MapPost(SignInPaths.Code, TakeAsync);
    }

    private async Task<IResult> TakeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // LocalOnly has compared it: no other page guesses, and none signs somebody in unasked.
        if (context.Request.Headers.Origin.Count == 0) return JsonBody.Problem(StatusCodes.Status403Forbidden, "an Origin header, as browsers send it");
        if (await JsonBody.ReadAsync(context.Request, SignInJson.Default.CodeTyped, cancellationToken) is not { } typed)
            return JsonBody.Problem(StatusCodes.Status400BadRequest, "a JSON object with code");
        switch (codes.Take(typed.Code))
        {
            case CodeOutcome.Right:
                await context.SignInAsync(PageSessions.Scheme, Technician.ToPrincipal());
                return Results.Json(new CodeTaken(ReturnPath.Of(typed.ReturnUrl)), SignInJson.Default.CodeTaken);
            case CodeOutcome.Expired:
                return JsonBody.Problem(StatusCodes.Status400BadRequest, "the newest code", "Ce code n’est plus valable. Un nouveau vient d’être affiché dans la console.");
            case CodeOutcome.TooMany:
                return JsonBody.Problem(
                    StatusCodes.Status429TooManyRequests, "a wait of half a minute, then the newest code",
                    "Trop d’essais. Un nouveau code est affiché dans la console ; attendez une demi-minute avant de le saisir.");
            default:
                return JsonBody.Problem(StatusCodes.Status400BadRequest, "the code on the console", "Ce n’est pas le code affiché dans la console.");
        }
    }
}
