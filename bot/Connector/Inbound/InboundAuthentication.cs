using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Connector.Inbound;

/// <summary>What a request's header proves.</summary>
internal abstract record Shown
{
    private Shown()
    {
    }

    /// <summary>Nothing.</summary>
    public sealed record Nothing(Refusal Refusal) : Shown;

    /// <summary>Teams' service, which answers at this address, sent it to this bot.</summary>
    public sealed record Service(string ServiceUrl) : Shown;

    /// <summary>Somebody on this machine sent it, and that is enough in Development.</summary>
    public sealed record Anonymous : Shown;
}

/// <summary>
/// Who may speak to the bots: Teams' service, and nobody else. One place for all kinds of activity; whatever cannot be checked is refused.
/// Tokens of emulators, of other bots and of tenants name another issuer or no audience, and there is no path for them.
/// </summary>
internal sealed class InboundAuthentication(TeamsSettings settings, SigningKeys keys, Func<BotKey, string, bool> knowsTenant, TimeProvider clock)
{
    private const string Teams = "msteams";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>What the header proves, before the body is read.</summary>
    public async Task<Shown> AskAsync(BotKey bot, HttpContext context)
    {
        if (settings.AllowAnonymous && context.Request.Headers.Authorization.Count == 0 && IsFromHere(context)) return new Shown.Anonymous();
        var (token, refused) = BearerToken.Read(context.Request.Headers.Authorization);
        if (token is null) return Unauthorized(refused!.Value);
        if (await keys.FindAsync(token.KeyId, context.RequestAborted) is not { } key) return Unauthorized(RefusalReason.UnknownKey);
        var result = await Handler.ValidateTokenAsync(token.Text, Expected(settings.Of(bot), key));
        if (!result.IsValid || token.Audience != settings.Of(bot).AppId) return Unauthorized(RefusalReason.InvalidToken);
        if (!key.Endorsements.Contains(Teams)) return Forbidden(RefusalReason.NotEndorsed);
        return token.ServiceUrl is { } url && settings.ServiceHosts.Service(url) is not null ? new Shown.Service(url) : Forbidden(RefusalReason.ServiceUrl);
    }

    /// <summary>Whether the activity is what the header proved; null when it may be believed.</summary>
    public Refusal? Check(BotKey bot, Shown shown, Activity activity)
    {
        if (shown is Shown.Nothing { Refusal: var refusal }) return refusal;
        if (activity.ChannelId != Teams) return Refusal.Forbidden(RefusalReason.Channel);
        if (settings.ServiceHosts.Service(activity.ServiceUrl) is not { } service) return Refusal.Forbidden(RefusalReason.ServiceUrl);
        var proven = shown is Shown.Service { ServiceUrl: var claimed }
            ? string.Equals(claimed, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            : shown is Shown.Anonymous && settings.AllowAnonymous && service.IsLoopback;
        if (!proven) return Refusal.Forbidden(RefusalReason.ServiceUrl);
        return activity.TenantId is { } tenant && knowsTenant(bot, tenant) ? null : Refusal.Forbidden(RefusalReason.Tenant);
    }

    private TokenValidationParameters Expected(BotSettings bot, SigningKey key) => new()
    {
        ValidIssuer = settings.Issuer,
        ValidAudience = bot.AppId,
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = BearerToken.SignedBy,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        // The library's own check reads the machine's clock.
        LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires),
    };

    private bool IsAlive(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now <= end + Skew && (notBefore is not { } start || now >= start - Skew) && (notBefore is null || notBefore <= expires);
    }

    /// <summary>A reverse proxy on this machine makes everybody look local, so what it adds is a reason to refuse.</summary>
    private static bool IsFromHere(HttpContext context)
    {
        var headers = context.Request.Headers;
        return context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && !headers.ContainsKey("Forwarded") && !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("Via")
            && (context.Request.Host.Host is "localhost" || (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)));
    }

    private static Shown.Nothing Unauthorized(RefusalReason reason) => new(Refusal.Unauthorized(reason));

    private static Shown.Nothing Forbidden(RefusalReason reason) => new(Refusal.Forbidden(reason));
}
