using SiOne.Bot.EndToEnd.Running;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.EndToEnd.Chat;

/// <summary>A demo of the chat tests' own: what they ask of the bot is in nobody else's counts.</summary>
public sealed class ChatHost : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    internal HostProcess Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await HostProcess.StartAsync(_folder.Path, ("SiOne__Caps__AnswersPerSenderPerHour", "1000"));

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>Removes its folder, once it has ended.</summary>
    public void Dispose() => _folder.Dispose();
}
