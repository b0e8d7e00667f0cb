using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Finds the whole mail addresses of a text.</summary>
internal static class AddressReader
{
    private const int MaxAddresses = 10;

    /// <summary>In lower case and the order of the text, each once, separated by blanks, at most ten; null when there is none.</summary>
    public static string? Read(TokenizedText text)
    {
        var found = new List<string>();
        foreach (var token in text.Tokens)
        {
            if (token.Word != Marks.Address) continue;
            var written = text.Written(token).ToString().ToLowerInvariant();
            if (!MailAddress.TryParse(written, out var address) || !address.Domain.Contains('.', StringComparison.Ordinal)) continue;
            if (!found.Contains(written, StringComparer.Ordinal)) found.Add(written);
            if (found.Count == MaxAddresses) break;
        }
        return found.Count == 0 ? null : string.Join(' ', found);
    }
}
