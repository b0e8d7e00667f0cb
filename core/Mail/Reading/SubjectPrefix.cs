using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Reading;

/// <summary>What mail clients put before a subject, or in the place of one.</summary>
internal static partial class SubjectPrefix
{
    /// <summary>The outermost prefix is one of a forward: Tr, Fwd, FW, WG …</summary>
    public static bool IsForward(string subject) => Forward().IsMatch(subject);

    /// <summary>The outermost prefix is one of an answer: Re, RE, AW, SV …</summary>
    public static bool IsReply(string subject) => Reply().IsMatch(subject);

    /// <summary>A forward of a forward: the request may be in the innermost mail.</summary>
    public static bool IsChain(string subject) => Chain().IsMatch(subject);

    /// <summary>Nobody wrote a subject: there is none, prefixes alone, or what a client says instead.</summary>
    public static bool IsAlone(string subject) => Alone().IsMatch(subject);

    private const string Forwards = "tr|trans|transf|fwd?|fw|wg|rv|enc|doorst|i";
    private const string Replies = "re|ré|rép|rep|aw|sv|antw?|odp|res|rif";

    [GeneratedRegex(@"^\s*(?:(?:" + Forwards + "|" + Replies + @")\s*(?:\[\d+\])?\s*:\s*)*[(<\[]?\s*(?:(?:sans|pas d['’]|aucun) ?(?:objet|sujet|titre)|no subject|\(?null\)?)?\s*[)>\]]?\s*$", Options)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^\s*(?:tr|fwd?)\s*:\s*(?:tr|fwd?)\s*:", Options)]
    private static partial Regex Chain();

    [GeneratedRegex(@"^\s*(?:\[[^\]]{1,40}\]\s*)?(?:" + Forwards + @")\s*(?:\[\d+\])?\s*:", Options)]
    private static partial Regex Forward();

    [GeneratedRegex(@"^\s*(?:\[[^\]]{1,40}\]\s*)?(?:" + Replies + @")\s*(?:\[\d+\])?\s*:", Options)]
    private static partial Regex Reply();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
