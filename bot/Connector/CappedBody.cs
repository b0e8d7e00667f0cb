namespace SiOne.Bot.Host.Connector;

/// <summary>Reads an answer that may be larger than is wanted.</summary>
internal static class CappedBody
{
    /// <summary>The bytes; null when there are more than <paramref name="most"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most) return null;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        return await ReadAsync(stream, most, cancellationToken);
    }

    /// <summary>The bytes; null when there are more than <paramref name="most"/>.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await stream.ReadAsync(piece, cancellationToken) is var read and > 0)
        {
            if (bytes.Length + read > most) return null;
            bytes.Write(piece, 0, read);
        }

        return bytes.ToArray();
    }
}
