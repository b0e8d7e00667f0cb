using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Commands;

/// <summary>What <c>check</c> says of Teams: each bot's sign-in, the service's keys, the uploaded packages. Nothing is posted.</summary>
internal static class TeamsChecks
{
    /// <summary>Asks the login host and the host of the keys.</summary>
    public static async Task<IReadOnlyList<CheckLine>> RunAsync(UsableSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Demo) return [new CheckLine("teams", true, "the demo's own, on this machine")];
        if (settings.Teams is not { } teams) return [new CheckLine("teams", true, "off, SiOne:Teams is not set")];
        using var connector = new TeamsConnector(teams, (_, _) => false, TimeProvider.System, NullLoggerFactory.Instance);
        return
        [
            SignIn(teams, BotKey.Customers, await connector.SignInAsync(BotKey.Customers, cancellationToken)),
            SignIn(teams, BotKey.Technicians, await connector.SignInAsync(BotKey.Technicians, cancellationToken)),
            Keys(teams, await connector.FetchKeysAsync(cancellationToken)),
            .. PackageChecks.Of(teams).Select(found => new CheckLine($"teams package {found.FileName}", found.Good, found.Message)),
        ];
    }

    private static CheckLine SignIn(TeamsSettings teams, BotKey bot, BotToken token)
    {
        var what = $"teams {(bot is BotKey.Customers ? "customers'" : "technicians'")} bot";
        if (teams.Of(bot).Credential is null) return new CheckLine(what, true, "on without a credential: this machine alone, in Development");
        if (token.Failure is not { } failure) return new CheckLine(what, true, $"on, signed in at {teams.LoginHost.Host}");
        var remedy = failure is ConnectorOutcome.Refused
            ? $"check SiOne:Teams:{bot}:AppId, SiOne:Teams:{bot}:TenantId and its ClientSecret, CertificateFile or ManagedIdentityClientId"
            : "check SiOne:Teams:LoginHost and this machine's way to it, then try again";
        return new CheckLine(what, false, $"{ReasonOf(failure)}: {remedy}");
    }

    private static CheckLine Keys(TeamsSettings teams, string? failure) => failure is null
        ? new CheckLine("teams keys", true, $"read from {teams.OpenIdMetadata.Host}")
        : new CheckLine("teams keys", false, $"{failure}: check SiOne:Teams:OpenIdMetadata, SiOne:Teams:Issuer and this machine's way to {teams.OpenIdMetadata.Host}");

    private static string ReasonOf(ConnectorOutcome failure) => failure switch
    {
        ConnectorOutcome.Refused refused => $"refused ({refused.Code})",
        ConnectorOutcome.TryLater later => $"not now ({later.Code})",
        _ => "unreachable",
    };
}
