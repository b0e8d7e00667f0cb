using System.Collections.Immutable;

namespace SiOne.Bot.Understanding.Cues;

/// <summary>The cues of all operations.</summary>
internal static class CueList
{
    /// <summary>Every cue.</summary>
    public static ImmutableArray<Cue> All { get; } =
        [.. MailboxCues.All, .. LicenceCues.All, .. RestoreCues.All, .. PhoneCues.All, .. IncidentCues.All, .. OtherCues.All];
}
