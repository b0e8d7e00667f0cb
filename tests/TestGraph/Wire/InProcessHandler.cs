using System.Net.Http.Headers;
using System.Text;

namespace SiOne.Bot.TestGraph.Wire;

/// <summary>Brings requests to the server without a network.</summary>
internal sealed class InProcessHandler(GraphServer server) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        var path = Uri.UnescapeDataString(uri.AbsolutePath);
        var read = new GraphRequest(request.Method.Method, path, uri.Query, headers, body, uri.GetLeftPart(UriPartial.Authority));
        var answer = await server.AnswerAsync(read, cancellationToken);
        if (answer.IsCut) throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection ended before an answer came.");
        var response = new HttpResponseMessage(answer.Status) { RequestMessage = request };
        if (answer.Body is not null)
        {
            response.Content = new StringContent(answer.Body.ToJsonString(), Encoding.UTF8);
            response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(AnswerText.ContentType);
        }

        foreach (var (name, value) in answer.Headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}
