using System.Text;
using Microsoft.IdentityModel.Protocols;

namespace SiOne.Bot.Host.Connector.Inbound;

/// <summary>Fetches the metadata and, from the same host alone, the keys that it points to. Redirects are not followed, large answers not read.</summary>
/// <param name="http">A client that follows no redirect.</param>
/// <param name="metadata">The configured address.</param>
internal sealed class KeyDocuments(HttpClient http, Uri metadata) : IDocumentRetriever
{
    private const int Largest = 512 * 1024;

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0
            || uri.GetLeftPart(UriPartial.Authority) != metadata.GetLeftPart(UriPartial.Authority))
            throw new HttpRequestException("The keys lie on another host than the metadata.");
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (response.StatusCode != System.Net.HttpStatusCode.OK) throw new HttpRequestException($"The service of the keys answered {(int)response.StatusCode}.");
        return Encoding.UTF8.GetString(await CappedBody.ReadAsync(response.Content, Largest, cancel) ?? throw new HttpRequestException("The keys are too large."));
    }
}
