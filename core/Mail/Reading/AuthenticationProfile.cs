namespace SiOne.Bot.Mail.Reading;

/// <summary>How the server in front of the mailbox writes down what it found of a sender. A wrong choice would believe what senders write themselves.</summary>
public enum AuthenticationProfile
{
    /// <summary>RFC 8601: the field names the server that wrote it, and only the configured one is believed.</summary>
    Rfc8601,

    /// <summary>Exchange Online names no server: its field is the topmost one, which it writes on every mail that comes from outside.</summary>
    ExchangeOnline,
}

/// <summary>The profiles as settings name them.</summary>
public static class AuthenticationProfiles
{
    /// <summary>The names, as a settings mistake tells them.</summary>
    public const string Names = "rfc8601 or exchange-online";

    /// <summary>The profile of a name; null for any other.</summary>
    public static AuthenticationProfile? Of(string? name) => name?.ToLowerInvariant() switch
    {
        "rfc8601" => AuthenticationProfile.Rfc8601,
        "exchange-online" => AuthenticationProfile.ExchangeOnline,
        _ => null,
    };
}
