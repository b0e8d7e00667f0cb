using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>Whether sealed texts open under an installation's key, without showing them to anybody.</summary>
/// <param name="master">The installation's secret.</param>
public sealed class TextOpener(MasterKey master) : IDisposable
{
    private readonly Sealer _sealer = new(master.Derive(TextVault.Purpose));

    /// <summary>Whether a row opens.</summary>
    public bool Opens(TextRow row)
    {
        try
        {
            _sealer.Open(row.Sealed.AsSpan(), Encoding.UTF8.GetBytes(row.Key));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _sealer.Dispose();
}
