using System.Text.RegularExpressions;
using SiOne.Bot.Domain;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details.Fields;

/// <summary>Things that are recognised by how they are written: models, licences, paths and file names.</summary>
internal static partial class FieldPatterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;
    private const RegexOptions Bounded = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>Makes and models of telephones: "iPhone 14 Pro", "Galaxy A54", "Crosscall Core-Z5".</summary>
    public static IEnumerable<NamedThing> Phones(TokenizedText text) => All(text, Phone());

    /// <summary>Names of Microsoft licences: "Business Premium", "E3", "Visio Plan 2".</summary>
    public static IEnumerable<NamedThing> Licences(TokenizedText text) => All(text, Licence());

    /// <summary>Server paths, paths on drives, and names of files with a usual ending.</summary>
    public static IEnumerable<NamedThing> Paths(TokenizedText text) =>
        text.Tokens.Select((token, i) => (token, i)).Where(pair => pair.token.Word == Marks.Path).Select(pair => new NamedThing(text.Written(pair.token).ToString(), pair.i))
            .Concat(All(text, FileName()).Where(named => named.Token < text.Tokens.Length && text.Tokens[named.Token].Word != Marks.Path));

    private static IEnumerable<NamedThing> All(TokenizedText text, Regex pattern) =>
        pattern.Matches(text.Raw).Select(match => new NamedThing(match.Value, FieldValues.TokenAt(text, match.Index)));

    [GeneratedRegex(
        @"\b(?:i-?phone(?:\s?(?:se|x[sr]?|[0-9]{1,2}))?(?:\s(?:pro|max|plus|mini)\b)*|(?:samsung\s)?galaxy(?:\s(?:tab|note|xcover|z\s?flip|z\s?fold))?(?:\s?[asmz]?[0-9]{1,3}[a-z]?\b)?(?:\s(?:ultra|plus|fe|pro|5g)\b)*|samsung(?:\s[asmj][0-9]{1,3}[a-z]?\b)?|(?:google\s)?pixel\s?[0-9]{1,2}[a-z]?(?:\spro\b)?|crosscall(?:\s(?:core|stellar|action|trekker|odyssey)[- ]?[a-z]?[0-9]{0,2}\b)?|fairphone(?:\s[0-9]\b)?|(?:xiaomi|redmi|oneplus|huawei|honor|nokia|motorola|moto|oppo|doro|xperia)(?:\s(?:[a-z]{1,4}\s?)?[0-9]{1,4}[a-z]?\b)?)",
        Options)]
    private static partial Regex Phone();

    [GeneratedRegex(
        @"\b(?:(?:microsoft\s|office\s|m)?365\s(?:business\s(?:premium|standard|basic)|apps(?:\s(?:for\s)?(?:business|enterprise))?|e[1357]|f[13])|business\s(?:premium|standard|basic)|(?:office\s)?\b[ef][135]\b|exchange(?:\sonline)?(?:\s\(?plan\s[12]\)?)|visio(?:\splan\s[12])?\b|project(?:\splan\s[135])?\b|power\s?(?:bi(?:\spro\b|\spremium\b)?|apps|automate)|copilot|teams\s(?:premium|essentials|phone|rooms)|intune|defender|entra(?:\sid)?\sp[12]|onedrive\splan\s[12])\b",
        Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Licence();

    [GeneratedRegex(
        @"[\p{L}\d_(][\p{L}\d_()&~-]*(?:\.[\p{L}\d_-]+)*\.(?:docx?|docm|xlsx?|xlsm|xlsb|pptx?|pdf|dwg|dxf|csv|txt|rtf|jpe?g|png|tiff?|zip|7z|msg|eml|pst|ost|accdb|mdb|pub|odt|ods|odp|vsdx?|mpp|rvt|skp|psd|ai|indd|mp4|mp3|xml|one)\b",
        Options)]
    private static partial Regex FileName();
}
