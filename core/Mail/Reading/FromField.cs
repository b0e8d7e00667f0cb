using MimeKit;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Customers;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Whether a mail has a From that a DMARC verdict can be about: one field, read by the letter of RFC 5322, with one address and no group.</summary>
internal static class FromField
{
    private static readonly ParserOptions ByTheLetter = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>
    /// The canonical domain of the one address; null where there is none, or more, or where a careless reader and a strict one differ: then the
    /// server in front may have judged another address than the one that is shown.
    /// </summary>
    public static string? ProvableDomain(HeaderList headers, Party? from)
    {
        if (from is null || headers.Where(header => header.Id == HeaderId.From).ToArray() is not [var field]) return null;
        if (!InternetAddressList.TryParse(ByTheLetter, field.RawValue, out var list) || list is not [MailboxAddress { Route.Count: 0 } only]) return null;
        return TextCleaning.Lines(only.Address ?? "") == from.Address.Value ? MailDomains.Canonical(from.Address.Domain) : null;
    }
}
