using System.Security.Cryptography;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Host.Hosting;

/// <summary>Writes answers as .eml files instead of sending them. The name comes from the bytes, so a repeat replaces the same file.</summary>
/// <param name="folder">Where to; made when missing.</param>
public sealed class OutFolderSender(string folder) : IMailSender
{
    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(
        ReadOnlyMemory<byte> frozenMail, MailAddress envelopeFrom, MailAddress recipient, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(frozenMail.Span).AsSpan(0, 8))}.eml");
        var temporary = $"{path}.tmp";
        await File.WriteAllBytesAsync(temporary, frozenMail, cancellationToken);
        File.Move(temporary, path, overwrite: true);
        return new SendOutcome.Accepted(250);
    }
}
