using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.EndToEnd.Running;

/// <summary>The real program in a process of its own, in a folder of the test's.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly Channel<string> _codes = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim _signingIn = new(1, 1);
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _session;

    private HostProcess(Process process, string folder)
    {
        _process = process;
        Folder = folder;
        SinceStart = Stopwatch.StartNew();
    }

    public string Folder { get; }

    public Stopwatch SinceStart { get; }

    public Uri Address => _address.Task.Result;

    public string OutFolder => Path.Combine(Folder, "data", "out");

    public string MailFolder => Path.Combine(Folder, "data", "mailbox");

    /// <summary>The answers and alerts that have left.</summary>
    public string[] Left => Directory.Exists(OutFolder) ? Directory.GetFiles(OutFolder, "*.eml") : [];

    /// <summary>Starts it as the README says, on a free port, and returns when it has printed its address.</summary>
    public static async Task<HostProcess> StartAsync(string folder, params (string Key, string Value)[] settings)
    {
        var host = Begin(folder, [], [("SiOne__Url", "http://127.0.0.1:0"), .. settings]);
        await host._address.Task.WithinAsync(what: "the printed address");
        return host;
    }

    /// <summary>The next one-time code that it printed.</summary>
    public async Task<string> CodeAsync() => await _codes.Reader.ReadAsync().AsTask().WithinAsync(what: "a printed code");

    /// <summary>The cookie of a technician who has signed in, as <c>name=value</c>; the same at each call.</summary>
    public async Task<string> SessionAsync()
    {
        await _signingIn.WaitAsync();
        try
        {
            return _session ??= await SignInAsync();
        }
        finally
        {
            _signingIn.Release();
        }
    }

    /// <summary>A technician's program at the page: signed in, and of the page's own origin.</summary>
    public async Task<HttpClient> TechnicianAsync()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Cookie", await SessionAsync());
        client.DefaultRequestHeaders.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        return client;
    }

    /// <summary>Runs a verb to its end in the same folder.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(string folder, params string[] arguments)
    {
        await using var host = Begin(folder, arguments, []);
        await host._process.WaitForExitAsync().WithinAsync();
        return (host._process.ExitCode, host._said.ToString());
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task<int> StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WithinAsync(what: "the end after SIGTERM");
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _signingIn.Dispose();
    }

    private async Task<string> SignInAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        using var answer = await client.PostAsJsonAsync("/signin/code", new { code = await CodeAsync() });
        answer.EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static HostProcess Begin(string folder, string[] arguments, (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.HostProgram, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("SiOne", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(inherited);
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var host = new HostProcess(new Process { StartInfo = start }, folder);
        host._process.OutputDataReceived += (_, line) => host.Hear(line.Data);
        host._process.ErrorDataReceived += (_, line) => host.Hear(line.Data);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException($"The host ended without an address: {_said}"));
            return;
        }

        lock (_said) _said.AppendLine(line);
        if (PrintedCode().Match(line) is { Success: true } code) _codes.Writer.TryWrite(code.Groups["code"].Value);
        if (PrintedAddress().Match(line) is { Success: true } found) _address.TrySetResult(new Uri(found.Value));
    }

    [GeneratedRegex("Technician's code: (?<code>[0-9]{3}-[0-9]{3}) ", RegexOptions.NonBacktracking)]
    private static partial Regex PrintedCode();

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex PrintedAddress();
}
