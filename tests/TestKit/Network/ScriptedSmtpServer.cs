using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SiOne.Bot.TestKit.Network;

/// <summary>What a scripted SMTP server answers. A null answer cuts the connection instead.</summary>
public sealed record SmtpScript
{
    public string? Greeting { get; init; } = "220 script ready";

    public string[] Extensions { get; init; } = ["8BITMIME", "SIZE 41943040"];

    public string? Mail { get; init; } = "250 2.1.0 ok";

    public string? Recipient { get; init; } = "250 2.1.5 ok";

    public string? Data { get; init; } = "354 go on";

    public string? AfterData { get; init; } = "250 2.0.0 taken";

    /// <summary>The answer after the content is held back until this ends.</summary>
    public Task? Late { get; init; }

    /// <summary>The connection is closed after each mail, as a server does that tires of an idle client.</summary>
    public bool CloseAfterMail { get; init; }
}

/// <summary>A mail as the scripted server read it.</summary>
/// <param name="Envelope">The MAIL and RCPT commands.</param>
/// <param name="Content">The content as sent, dots undone.</param>
public sealed record ScriptedMail(string[] Envelope, byte[] Content);

/// <summary>A small SMTP listener on 127.0.0.1 for the faults that a real server does not produce on demand.</summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private int _connections;

    public ScriptedSmtpServer(SmtpScript? script = null)
    {
        Script = script ?? new SmtpScript();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What it answers from the next command on.</summary>
    public SmtpScript Script { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections accepted so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Every mail whose content was read to its end, whatever was answered.</summary>
    public ConcurrentQueue<ScriptedMail> Mails { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                _ = TalkAsync(socket);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task TalkAsync(TcpClient socket)
    {
        using var connection = socket;
        try
        {
            await using var stream = connection.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            List<string> envelope = [];
            if (!await SayAsync(stream, Script.Greeting)) return;
            while (await reader.ReadLineAsync(_end.Token) is { } command)
            {
                var verb = command.Split(' ', ':')[0].ToUpperInvariant();
                if (verb is "MAIL") envelope = [];
                if (verb is "MAIL" or "RCPT") envelope.Add(command);
                var answer = verb switch
                {
                    "EHLO" => string.Join("\r\n", (string[])[.. Script.Extensions.Prepend("script").SkipLast(1).Select(e => "250-" + e),
                        "250 " + Script.Extensions.LastOrDefault("script")]),
                    "MAIL" => Script.Mail,
                    "RCPT" => Script.Recipient,
                    "DATA" => Script.Data,
                    "RSET" or "NOOP" => "250 ok",
                    "QUIT" => "221 bye",
                    _ => "502 not known",
                };
                if (!await SayAsync(stream, answer) || verb is "QUIT") return;
                if (verb is not "DATA" || answer![0] is not '3') continue;
                Mails.Enqueue(new ScriptedMail([.. envelope], await ContentAsync(reader)));
                if (Script.Late is { } late) await late.WaitAsync(_end.Token);
                if (!await SayAsync(stream, Script.AfterData) || Script.CloseAfterMail) return;
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone, or the test is over.
        }
    }

    private async Task<bool> SayAsync(NetworkStream stream, string? answer)
    {
        if (answer is null) return false;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), _end.Token);
        return true;
    }

    private async Task<byte[]> ContentAsync(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line and not ".")
            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return Encoding.Latin1.GetBytes(content.ToString());
    }
}
