using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Protection;

/// <summary>What a message tells of that may be a personal-data breach (RGPD V). A proposal: a person decides whether it is one. Written beside requests.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BreachKind>))]
public enum BreachKind
{
    /// <summary>A device or medium was lost or stolen.</summary>
    LostDevice,

    /// <summary>Something went to somebody for whom it was not meant.</summary>
    Misdirected,

    /// <summary>An account or a device is in strange hands, or data got out.</summary>
    Compromise,
}

/// <summary>What people read of them.</summary>
public static class BreachKindWords
{
    /// <summary>The kind, in small letters.</summary>
    public static Label Name(this BreachKind kind) => kind switch
    {
        BreachKind.LostDevice => new("appareil ou support perdu ou volé", "device or medium lost or stolen"),
        BreachKind.Misdirected => new("envoi à un mauvais destinataire", "sent to the wrong person"),
        BreachKind.Compromise => new("compte ou appareil compromis", "account or device compromised"),
    };
}
