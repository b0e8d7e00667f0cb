using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.SignIn;

/// <summary>
/// The technicians' sessions: a sealed cookie that no script reads, which ends after 8 hours without use, after 12 hours in any case, and at once when
/// the person may no longer enter. Its keys lie in the data folder, sealed with the master key: a cookie of another installation opens nothing.
/// </summary>
internal static class PageSessions
{
    /// <summary>The scheme, and what a session's identity is marked with.</summary>
    public const string Scheme = "technician";

    private const string Since = "since";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Adds them.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="mayEnter">Asked at each request: whoever loses the role is out at the next start.</param>
    public static AuthenticationBuilder Add(IServiceCollection services, UsableSettings settings, TimeProvider clock, Func<SignedIn, bool> mayEnter)
    {
        var keys = Directory.CreateDirectory(Path.Combine(settings.Host.DataFolder, "page-keys"));
        services.AddSingleton(MasterKey.Load(settings.MasterKeyPath, mayCreate: false));
        services.AddDataProtection().SetApplicationName("SiOne.Bot").PersistKeysToFileSystem(keys);
        services.Configure<KeyManagementOptions>(management => management.XmlEncryptor = new SealedKeys(MasterKey.Load(settings.MasterKeyPath, mayCreate: false)));
        return services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
        {
            var outside = settings.SignIn?.PublicUrl is not null;
            cookie.TimeProvider = clock;
            cookie.ExpireTimeSpan = Idle;
            cookie.SlidingExpiration = true;
            cookie.Cookie.Name = outside ? "__Host-sione" : "sione";
            cookie.Cookie.Path = "/";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SecurePolicy = outside ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            // Strict would not reach the page at the end of Entra ID's redirects.
            cookie.Cookie.SameSite = settings.SignIn is null ? SameSiteMode.Strict : SameSiteMode.Lax;
            cookie.Events.OnSigningIn = signing =>
            {
                signing.Properties.Items[Since] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                return Task.CompletedTask;
            };
            cookie.Events.OnValidatePrincipal = session =>
            {
                if (IsOver(session.Properties, clock.GetUtcNow()) || SignedIn.Of(session.Principal) is not { } technician || !mayEnter(technician)) session.RejectPrincipal();
                return Task.CompletedTask;
            };
        });
    }

    private static bool IsOver(AuthenticationProperties properties, DateTimeOffset now) =>
        !properties.Items.TryGetValue(Since, out var text) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        || now >= DateTimeOffset.FromUnixTimeSeconds(seconds) + Longest;
}
