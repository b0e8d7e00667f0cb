using System.Collections.Immutable;
using System.Globalization;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>All conversations, in memory: an end of the process ends them. Safe for several threads.</summary>
internal sealed class DemoChats
{
    private static readonly TimeSpan TypingShows = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = New();
    private long _lastId;

    public DemoChats(ImmutableArray<DemoPerson> people, TimeProvider clock)
    {
        _clock = clock;
        People = people;
        foreach (var chat in people.Select(DemoChat.Of).Append(DemoChat.Channel)) _held[chat.Id] = new Held(chat);
    }

    /// <summary>Who there is.</summary>
    public ImmutableArray<DemoPerson> People { get; }

    /// <summary>Raised by each change.</summary>
    public long Revision { get; private set; }

    /// <summary>Ends with the next change.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock) return _changed.Task;
        }
    }

    /// <summary>A person by object id, Teams' id or address.</summary>
    public DemoPerson? Person(string? id) => People.FirstOrDefault(person => id is not null && (person.ObjectId == id || person.Id == id || person.Address == id));

    /// <summary>A conversation; threads are below it.</summary>
    public DemoChat? Chat(string? id) => id is not null && _held.TryGetValue(DemoChat.Parts(id).Root, out var held) ? held.Chat : null;

    /// <summary>The conversations of somebody.</summary>
    public static IEnumerable<DemoChat> ChatsOf(DemoPerson person) =>
        person.Technician is null ? [DemoChat.Of(person)] : [DemoChat.Channel, DemoChat.Of(person)];

    /// <summary>A message; null when there is none of that id.</summary>
    public DemoMessage? Message(DemoChat chat, string? id)
    {
        lock (_lock) return _held[chat.Id].Messages.FirstOrDefault(message => message.Id == id);
    }

    /// <summary>What stands in a conversation now, oldest first, and at which revision the bot last changed something.</summary>
    public (ImmutableArray<DemoMessage> Messages, bool BotIsTyping, long BotChangedAt) Read(DemoChat chat)
    {
        lock (_lock)
        {
            var held = _held[chat.Id];
            return ([.. held.Messages], held.TypingAt is { } at && _clock.GetUtcNow() - at < TypingShows, held.BotChangedAt);
        }
    }

    /// <summary>A new message; <paramref name="make"/> is given its id.</summary>
    public DemoMessage Add(DemoChat chat, Func<string, DemoMessage> make)
    {
        lock (_lock)
        {
            var held = _held[chat.Id];
            var message = make(NewId());
            held.Messages.Add(message);
            if (message.From is null) held.TypingAt = null;
            Tell(held, message.From is null);
            return message;
        }
    }

    /// <summary>Puts another in its place; null when it is not there.</summary>
    public DemoMessage? Change(DemoChat chat, string id, Func<DemoMessage, DemoMessage> change, bool byBot)
    {
        lock (_lock)
        {
            var held = _held[chat.Id];
            var at = held.Messages.FindIndex(message => message.Id == id);
            if (at < 0) return null;
            held.Messages[at] = change(held.Messages[at]);
            Tell(held, byBot);
            return held.Messages[at];
        }
    }

    /// <summary>The bot is writing.</summary>
    public void Type(DemoChat chat)
    {
        lock (_lock)
        {
            _held[chat.Id].TypingAt = _clock.GetUtcNow();
            Tell(_held[chat.Id], byBot: false);
        }
    }

    /// <summary>An id like Teams': milliseconds, never the same twice.</summary>
    public string NewId()
    {
        lock (_lock)
        {
            _lastId = Math.Max(_lastId + 1, _clock.GetUtcNow().ToUnixTimeMilliseconds());
            return _lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    private void Tell(Held held, bool byBot)
    {
        Revision++;
        if (byBot) held.BotChangedAt = Revision;
        _changed.SetResult();
        _changed = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Held(DemoChat chat)
    {
        public DemoChat Chat { get; } = chat;

        public List<DemoMessage> Messages { get; } = [];

        public DateTimeOffset? TypingAt { get; set; }

        public long BotChangedAt { get; set; }
    }
}
