using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says to technicians who else reads a finding.</summary>
public static class AudienceWords
{
    /// <summary>Who alone reads it; null where everybody does.</summary>
    public static Label? OnlyFor(this Audience audience) => audience switch
    {
        Audience.Everyone => null,
        Audience.Administrators => new("administrateurs et techniciens", "administrators and technicians"),
        Audience.Technicians => new("techniciens seulement", "technicians only"),
    };
}
