using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace SiOne.Bot.Mail;

/// <summary>
/// Makes the code pages of old mail programs known before anything here decodes a header: MimeKit remembers for the life of the process that
/// a charset was unknown, so a registration that comes after its first look is never seen.
/// </summary>
internal static class CodePages
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It must come before any use of MimeKit by this assembly or by who references it.")]
    internal static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
