using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Host.SignIn;

/// <summary>Keeps the sessions' keys sealed with a key derived from the master key: a copy of the data folder without that key forges no session.</summary>
/// <param name="master">The installation's secret.</param>
internal sealed class SealedKeys(MasterKey master) : IXmlEncryptor
{
    /// <summary>For what the key is derived.</summary>
    internal const string Purpose = "page-session-keys";

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (nonce, tag, text) = (RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize], new byte[plain.Length]);
        using var cipher = new AesGcm(master.Derive(Purpose), tag.Length);
        cipher.Encrypt(nonce, plain, text, tag);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String([.. nonce, .. tag, .. text])), typeof(SealedKeysReader));
    }
}

/// <summary>Opens what <see cref="SealedKeys"/> sealed; the framework makes it by name, out of the key file.</summary>
/// <param name="services">Where the master key is.</param>
internal sealed class SealedKeysReader(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        ReadOnlySpan<byte> bytes = Convert.FromBase64String(encryptedElement.Value);
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var plain = new byte[bytes.Length - nonce - tag];
        using var cipher = new AesGcm(services.GetRequiredService<MasterKey>().Derive(SealedKeys.Purpose), tag);
        cipher.Decrypt(bytes[..nonce], bytes[(nonce + tag)..], bytes[nonce..(nonce + tag)], plain);
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(plain));
    }
}
