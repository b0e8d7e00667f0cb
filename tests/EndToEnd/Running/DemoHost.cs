using SiOne.Bot.TestKit;

namespace SiOne.Bot.EndToEnd.Running;

/// <summary>The demo, running for all tests that do not need a host of their own.</summary>
public sealed class DemoHost : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    internal HostProcess Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await HostProcess.StartAsync(_folder.Path, ("SiOne__Caps__AnswersPerSenderPerHour", "1000"));

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>Removes its folder, once it has ended.</summary>
    public void Dispose() => _folder.Dispose();
}
