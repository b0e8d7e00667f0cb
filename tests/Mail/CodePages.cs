using System.Runtime.CompilerServices;
using System.Text;

namespace SiOne.Bot.Mail.Tests;

/// <summary>Tests build mails with MimeKit itself, maybe before they touch the product: the same order as in the product.</summary>
internal static class CodePages
{
    [ModuleInitializer]
    internal static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
