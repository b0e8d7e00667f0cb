using System.Net;
using System.Net.Sockets;

namespace SiOne.Bot.TestKit.Network;

/// <summary>Ports of 127.0.0.1 that nobody listened on a moment ago.</summary>
public static class FreePort
{
    /// <summary>As many different ones as asked for.</summary>
    public static int[] Some(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }
}
