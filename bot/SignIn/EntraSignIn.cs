using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.SignIn;

/// <summary>
/// Sign-in by Entra ID: the authorization code flow with PKCE, state and nonce, by the framework's own handler. The code comes back in the address, so
/// that the cookies of the flow need not travel in other sites' posts; without PKCE's verifier and the app's credential it is worth nothing.
/// </summary>
/// <param name="settings">The sign-in.</param>
/// <param name="rule">Who may enter.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where failures go: their kind, never a name or a token.</param>
internal sealed partial class EntraSignIn(SignInSettings settings, EntryRule rule, TimeProvider clock, ILogger<EntraSignIn> log)
{
    /// <summary>The scheme.</summary>
    public const string Scheme = "entra";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256];

    /// <summary>Fills the handler's options.</summary>
    public void Fill(OpenIdConnectOptions options)
    {
        options.SignInScheme = PageSessions.Scheme;
        options.TimeProvider = clock;
        options.Authority = settings.Authority.ToString();
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps; // Plain http only ever names this machine.
        options.ClientId = settings.ClientId;
        options.ClientSecret = (settings.Credential as BotCredential.Secret)?.Value;
        options.CallbackPath = SignInPaths.Callback;
        // Sign-outs that others start are not taken: the session is the page's own.
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.Prompt = OpenIdConnectPrompt.SelectAccount; // After a sign-out on a shared machine nobody enters by themselves.
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.BackchannelTimeout = Patience;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.NameClaimType = "name";
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.HttpOnly = true;
            cookie.SecurePolicy = settings.PublicUrl is null ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        }

        options.Events.OnAuthorizationCodeReceived = ShowCredentialAsync;
        options.Events.OnTokenValidated = LetInAsync;
        options.Events.OnRemoteFailure = FailAsync;
    }

    /// <summary>With a certificate the page signs who it is; a secret travels by itself.</summary>
    private Task ShowCredentialAsync(AuthorizationCodeReceivedContext context)
    {
        if (settings.Credential is not BotCredential.Certificate { Value: { } certificate }) return Task.CompletedTask;
        var endpoint = context.Options.Configuration?.TokenEndpoint ?? throw new InvalidOperationException("The authority names no token endpoint.");
        context.TokenEndpointRequest!.ClientAssertionType = ClientAssertion.Type;
        context.TokenEndpointRequest.ClientAssertion = ClientAssertion.Make(settings.ClientId, endpoint, certificate, clock.GetUtcNow());
        return Task.CompletedTask;
    }

    private Task LetInAsync(TokenValidatedContext context)
    {
        var (technician, refusal) = context.Principal is { } person ? rule.Judge(person) : (null, EntryRefusal.NoObjectId);
        if (technician is not null)
        {
            context.Principal = technician.ToPrincipal();
            return Task.CompletedTask;
        }

        Log.Refused(log, refusal!.Value);
        context.HandleResponse();
        context.Response.Redirect($"{SignInPaths.Page}?why=refused");
        return Task.CompletedTask;
    }

    private Task FailAsync(RemoteFailureContext context)
    {
        // What the other side says of a failure may name people, or be anybody's words in the address.
        Log.Failed(log, context.Failure?.GetType().Name ?? "none");
        context.HandleResponse();
        context.Response.Redirect($"{SignInPaths.Page}?why=failed");
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Warning, "A person whom Entra ID signed in may not enter the technicians' page: {Refusal}.")]
        public static partial void Refused(ILogger logger, EntryRefusal refusal);

        [LoggerMessage(2102, LogLevel.Warning, "A sign-in to the technicians' page failed ({Failure}).")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
