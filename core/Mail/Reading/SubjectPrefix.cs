using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Reading;

/// <summary>The prefixes that mail clients put before a subject.</summary>
internal static partial class SubjectPrefix
{
    /// <summary>The outermost prefix is one of a forward: Tr, Fwd, FW, WG …</summary>
    public static bool IsForward(string subject) => Forward().IsMatch(subject);

    /// <summary>The outermost prefix is one of an answer: Re, RE, AW, SV …</summary>
    public static bool IsReply(string subject) => Reply().IsMatch(subject);

    /// <summary>A forward of a forward: the request may be in the innermost mail.</summary>
    public static bool IsChain(string subject) => Chain().IsMatch(subject);

    [GeneratedRegex(@"^\s*(?:tr|fwd?)\s*:\s*(?:tr|fwd?)\s*:", Options)]
    private static partial Regex Chain();

    [GeneratedRegex(@"^\s*(?:\[[^\]]{1,40}\]\s*)?(?:tr|trans|transf|fwd?|fw|wg|rv|enc|doorst|i)\s*(?:\[\d+\])?\s*:", Options)]
    private static partial Regex Forward();

    [GeneratedRegex(@"^\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|ré|rép|rep|aw|sv|antw?|odp|res|rif)\s*(?:\[\d+\])?\s*:", Options)]
    private static partial Regex Reply();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
