using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SiOne.Bot.TestKit.Network;

/// <summary>A proxy in front of a server, for the faults of networks: cut, black hole, half-closed.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<int, (Socket Client, Socket Server)> _pairs = new();
    private readonly int _target;
    private readonly Task _accepting;
    private readonly Lock _gate = new();
    private TaskCompletionSource _flowing = Completed();
    private long _bytesUntilCut = long.MaxValue;
    private long _bytesUntilCutUp = long.MaxValue;
    private int _accepted;

    /// <summary>Listens at once.</summary>
    /// <param name="target">The server's port on 127.0.0.1.</param>
    /// <param name="host">The address to listen on; 127.0.0.1 unless said otherwise.</param>
    public TcpProxy(int target, string host = "127.0.0.1")
    {
        _target = target;
        _listener = new TcpListener(IPAddress.Parse(host), 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections accepted so far.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Breaks all connections with a reset; new ones are accepted.</summary>
    public void Cut()
    {
        foreach (var id in _pairs.Keys) Break(id);
    }

    /// <summary>Breaks all connections after the server has sent this many bytes more; happens once.</summary>
    public void CutAfter(long bytesFromServer) => Interlocked.Exchange(ref _bytesUntilCut, bytesFromServer);

    /// <summary>Breaks all connections after the client has sent this many bytes more; happens once.</summary>
    public void CutAfterSent(long bytesFromClient) => Interlocked.Exchange(ref _bytesUntilCutUp, bytesFromClient);

    /// <summary>Whether such a cut has happened.</summary>
    public bool HasCutSent => Interlocked.Read(ref _bytesUntilCutUp) == long.MaxValue;

    /// <summary>A black hole: connections stay open, and not one byte passes until <see cref="Resume"/>.</summary>
    public void Stall()
    {
        lock (_gate)
            if (_flowing.Task.IsCompleted) _flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Lets everything pass again, what was held back first.</summary>
    public void Resume()
    {
        lock (_gate) _flowing.TrySetResult();
    }

    /// <summary>The server's side ends its stream, as one that shuts down does; what the client sends still passes.</summary>
    public void HalfClose()
    {
        foreach (var (client, _) in _pairs.Values) client.Shutdown(SocketShutdown.Send);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        Cut();
        Resume();
        await _accepting;
        _end.Dispose();
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptSocketAsync(_end.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            var id = Interlocked.Increment(ref _accepted);
            var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _pairs[id] = (client, server);
            _ = RunAsync(id, client, server);
        }
    }

    private async Task RunAsync(int id, Socket client, Socket server)
    {
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target, _end.Token);
            await Task.WhenAny(PassAsync(client, server, fromServer: false), PassAsync(server, client, fromServer: true));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Ends like any broken connection.
        }
        Break(id);
    }

    private async Task PassAsync(Socket from, Socket to, bool fromServer)
    {
        var buffer = new byte[8192];
        try
        {
            while (true)
            {
                var count = await from.ReceiveAsync(buffer, _end.Token);
                if (count == 0) return;
                await Flowing();
                if (IsCut(fromServer, count))
                {
                    // Part of the last piece still passes: a cut falls at any byte.
                    await to.SendAsync(buffer.AsMemory(0, count / 2), _end.Token);
                    return;
                }
                for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _end.Token);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side is gone: the pair is broken by the caller.
        }
    }

    private bool IsCut(bool fromServer, int count)
    {
        ref var left = ref fromServer ? ref _bytesUntilCut : ref _bytesUntilCutUp;
        if (Interlocked.Read(ref left) == long.MaxValue || Interlocked.Add(ref left, -count) > 0) return false;
        Interlocked.Exchange(ref left, long.MaxValue);
        return true;
    }

    private Task Flowing()
    {
        lock (_gate) return _flowing.Task;
    }

    private void Break(int id)
    {
        if (!_pairs.TryRemove(id, out var pair)) return;
        foreach (var socket in new[] { pair.Client, pair.Server })
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Dispose();
        }
    }
}
