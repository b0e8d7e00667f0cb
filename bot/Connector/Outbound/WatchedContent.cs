using System.Net;
using System.Net.Http.Headers;

namespace SiOne.Bot.Host.Connector.Outbound;

/// <summary>A body that remembers whether it began to leave: from then on the service may have got it.</summary>
internal sealed class WatchedContent : ByteArrayContent
{
    /// <summary>JSON.</summary>
    public WatchedContent(byte[] json) : base(json) => Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

    /// <summary>It began to leave.</summary>
    public bool Left { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Left = true;
        return base.SerializeToStreamAsync(stream, context);
    }
}
