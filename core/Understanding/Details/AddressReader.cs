using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Finds the mail addresses of a text, those too that people cut short among colleagues ("compta2@").</summary>
internal static partial class AddressReader
{
    private const int MaxAddresses = 10;

    /// <summary>In lower case, whole ones first, each once, separated by blanks, at most ten; null when there is none.</summary>
    public static string? Read(TokenizedText text)
    {
        var found = text.Tokens.Where(token => token.Word == Marks.Address).Select(token => text.Written(token).ToString().ToLowerInvariant())
            .Where(written => MailAddress.TryParse(written, out var address) && address.Domain.Contains('.', StringComparison.Ordinal))
            .Concat(CutShort().Matches(text.Raw).Select(match => match.Value.ToLowerInvariant()).Where(written => written.EndsWith('@')))
            .Distinct(StringComparer.Ordinal).Take(MaxAddresses).ToArray();
        return found.Length == 0 ? null : string.Join(' ', found);
    }

    // The domain is taken along so that a whole address does not count a second time as one cut short.
    [GeneratedRegex(@"[\p{L}\d][\p{L}\d._+-]+@[\p{L}\d._-]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CutShort();
}
