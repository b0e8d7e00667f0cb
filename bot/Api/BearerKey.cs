using System.Security.Cryptography;
using System.Text;

namespace SiOne.Bot.Host.Api;

/// <summary>A key that a program shows as a bearer token.</summary>
internal static class BearerKey
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether a request shows that key. Takes as long for a nearly right one as for a wrong one.</summary>
    public static bool IsShown(HttpRequest request, string expected) =>
        request.Headers.Authorization is [{ } shown] && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown[Scheme.Length..]), Encoding.UTF8.GetBytes(expected));
}
