using Microsoft.AspNetCore.Authentication;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.SignIn;

/// <summary>Who may see the technicians' page, put together: by Entra ID where it is set, by a one-time code in the demo, else this machine without a sign-in.</summary>
/// <param name="settings">The settings.</param>
/// <param name="clock">The clock.</param>
/// <param name="logs">Where failures go.</param>
internal sealed class PageAccess(UsableSettings settings, TimeProvider clock, ILoggerFactory logs)
{
    /// <summary>The demo's codes; null where none are asked.</summary>
    public OneTimeCodes? Codes { get; } = settings is { Demo: true, SignIn: null } ? new OneTimeCodes(clock) : null;

    /// <summary>Adds what signing in needs; the master key is there already.</summary>
    public void Add(IServiceCollection services)
    {
        if (settings.SignIn is { } signIn)
        {
            var rule = new EntryRule(signIn);
            var entra = new EntraSignIn(signIn, rule, clock, logs.CreateLogger<EntraSignIn>());
            PageSessions.Add(services, settings, clock, rule.StillHolds).AddOpenIdConnect(EntraSignIn.Scheme, entra.Fill);
        }
        else if (settings.Demo) PageSessions.Add(services, settings, clock, technician => technician == CodeEndpoints.Technician);
    }

    /// <summary>Guards all that is mapped, and maps the sign-in itself.</summary>
    public void Use(WebApplication app)
    {
        app.Use(next => new StoreTrouble(next).InvokeAsync);
        app.Use(next => new LocalOnly(next, settings.SignIn?.PublicUrl, settings.Demo ? null : settings.ConfirmationUrl).InvokeAsync);
        if (!settings.AsksForSignIn) return;
        app.UseAuthentication();
        app.Use(next => new SessionGate(next, settings.SignIn?.PublicUrl).InvokeAsync);
        app.MapFiles(PageFiles.SignIn);
        app.MapPost(SignInPaths.Out, async (HttpContext context) =>
        {
            await context.SignOutAsync(PageSessions.Scheme);
            return Results.StatusCode(StatusCodes.Status204NoContent);
        });
        if (Codes is { } codes) new CodeEndpoints(codes).Map(app);
        else EntraEndpoints.Map(app, settings.SignIn?.PublicUrl);
    }
}
