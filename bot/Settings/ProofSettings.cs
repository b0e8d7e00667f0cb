using SiOne.Bot.Mail.Reading;
using SiOne.Bot.MailWatcher.Settings;

namespace SiOne.Bot.Host.Settings;

/// <summary>The settings that say whose word proves a sender. A contradiction is refused: guessed wrong, it would believe what senders write themselves.</summary>
public static class ProofSettings
{
    /// <summary>Every mistake, with keys relative to <c>SiOne</c>.</summary>
    public static IEnumerable<SettingMistake> Mistakes(SiOneOptions host)
    {
        if (AuthenticationProfiles.Of(host.AuthenticationProfile) is not { } profile)
            yield return new("AuthenticationProfile", AuthenticationProfiles.Names);
        else if (profile is AuthenticationProfile.ExchangeOnline && !string.IsNullOrEmpty(host.TrustedAuthservId))
            yield return new("TrustedAuthservId", "nothing where AuthenticationProfile is exchange-online: Exchange Online names no server; for a server that names itself set rfc8601");
        if (host.TrustedAuthservId is { } id && id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ';' or '(' or ')' or '"' or '='))
            yield return new("TrustedAuthservId", "the name that your mail server writes first in Authentication-Results, for example mx.msp.example");
    }

    /// <summary>How mails are proven, as <c>check</c> tells it.</summary>
    public static string Say(SiOneOptions host) => AuthenticationProfiles.Of(host.AuthenticationProfile) switch
    {
        AuthenticationProfile.ExchangeOnline => "senders are proven by Exchange Online",
        _ when string.IsNullOrEmpty(host.TrustedAuthservId) => "no mail is proven: set SiOne:TrustedAuthservId, or SiOne:AuthenticationProfile for Exchange Online",
        _ => $"senders are proven by {host.TrustedAuthservId}",
    };
}
