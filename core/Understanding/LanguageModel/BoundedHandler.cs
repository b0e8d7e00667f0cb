using System.Net;

namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>
/// Reads an answer whole before anything looks at it, up to a limit: the client library would buffer ten megabytes and more. A redirect is a
/// refusal, since its target has not been agreed on by anybody.
/// </summary>
/// <param name="inner">The way out.</param>
internal sealed class BoundedHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Bytes of the longest answer that is read; a good one has under 4,000.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>The way out: no redirects, no cookies, no decompression, which could make much out of little.</summary>
    public static SocketsHttpHandler WayOut() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0, // An answer that is too large is hung up on, not read to its end for the sake of the connection.
    };

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (response.StatusCode is not HttpStatusCode.OK) throw new ModelFaultException(ModelFault.Refused);
            var bytes = await ReadAsync(response.Content, cancellationToken);
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = response.Content.Headers.ContentType;
            response.Content.Dispose();
            response.Content = content;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > MaxBytes) throw new ModelFaultException(ModelFault.TooLarge);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaxBytes ? throw new ModelFaultException(ModelFault.TooLarge) : buffer[..length];
    }
}
