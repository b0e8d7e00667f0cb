using MailKit;
using MailKit.Security;

namespace SiOne.Bot.Mail.Transport;

/// <summary>Signs in to a mail server by password or by token (XOAUTH2).</summary>
public static class MailSignIn
{
    /// <summary>Connects and signs in. The token is there before the server is spoken to, so that no server waits for another.</summary>
    /// <param name="client">A client that is not connected yet.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="tokens">Of the same options; null for a password.</param>
    /// <param name="watch">Sees that the mail server does not stay silent.</param>
    /// <param name="connected">Called between both; null for nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TokenException">There is no token.</exception>
    public static async Task OpenAsync(
        MailService client, MailServerOptions options, MailTokens? tokens, SilenceWatch watch, Action? connected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(watch);
        var token = tokens is null ? null : await tokens.GetAsync(cancellationToken);
        using (watch.Owed())
        {
            CertificateTrust.Apply(client, options);
            await client.ConnectAsync(options.Host, options.Port, options.Security.ToSocketOptions(), cancellationToken);
            connected?.Invoke();
            if (token is null)
            {
                if (options.User.Length > 0) await client.AuthenticateAsync(options.User, options.Password, cancellationToken);
                return;
            }
        }

        try
        {
            await ShowAsync(client, options, token, watch, cancellationToken);
        }
        catch (AuthenticationException)
        {
            // One that was kept may have been revoked meanwhile; one that was just fetched is refused for good.
            tokens!.Doubt();
            if (token.Fresh || !client.IsConnected) throw;
            await ShowAgainAsync(client, options, tokens, watch, cancellationToken);
        }
    }

    private static async Task ShowAgainAsync(
        MailService client, MailServerOptions options, MailTokens tokens, SilenceWatch watch, CancellationToken cancellationToken)
    {
        try
        {
            await ShowAsync(client, options, await tokens.GetAsync(cancellationToken), watch, cancellationToken);
        }
        catch (AuthenticationException)
        {
            tokens.Doubt();
            throw;
        }
    }

    private static async Task ShowAsync(MailService client, MailServerOptions options, MailToken token, SilenceWatch watch, CancellationToken cancellationToken)
    {
        using var owed = watch.Owed();
        await client.AuthenticateAsync(new SaslMechanismOAuth2(options.User, token.Value), cancellationToken);
    }
}
