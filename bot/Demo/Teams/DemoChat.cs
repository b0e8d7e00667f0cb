using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>A conversation in which a bot takes part: somebody's personal chat, or the technicians' channel.</summary>
/// <param name="Id">Its id, the same at each start; a channel's threads are below it.</param>
/// <param name="Bot">The bot.</param>
/// <param name="TenantId">The tenant.</param>
/// <param name="Person">Whose personal chat it is; null for the channel.</param>
internal sealed record DemoChat(string Id, DemoBot Bot, string TenantId, DemoPerson? Person)
{
    /// <summary>The technicians' team.</summary>
    public const string TeamId = "19:demo-technique@thread.tacv2";

    /// <summary>The channel of that team in which requests are posted.</summary>
    public const string ChannelId = "19:demo-demandes@thread.tacv2";

    private const string ThreadMark = ";messageid=";

    /// <summary>The technicians' channel.</summary>
    public static DemoChat Channel { get; } = new(ChannelId, DemoBot.Technicians, DemoPeople.TechnicianTenant, null);

    /// <summary>It is the channel.</summary>
    public bool IsChannel => Person is null;

    /// <summary>Somebody's personal chat with their bot.</summary>
    public static DemoChat Of(DemoPerson person) => new(
        $"a:1{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Bot} {person.ObjectId}")).AsSpan(0, 16))}",
        DemoBot.Of(person.Bot), person.TenantId, person);

    /// <summary>Whether somebody takes part.</summary>
    public bool Holds(DemoPerson person) => IsChannel ? person.Technician is not null : Person == person;

    /// <summary>How it is named in an activity.</summary>
    public ConversationAccount Account(string? thread) => new()
    {
        Id = thread is null ? Id : ThreadId(thread),
        ConversationType = IsChannel ? "channel" : "personal",
        IsGroup = IsChannel ? true : null,
        TenantId = TenantId,
    };

    /// <summary>The id of the thread below a message.</summary>
    public string ThreadId(string root) => $"{Id}{ThreadMark}{root}";

    /// <summary>A conversation's id without its thread, and the thread.</summary>
    public static (string Root, string? Thread) Parts(string id) =>
        id.IndexOf(ThreadMark, StringComparison.Ordinal) is var at and >= 0 ? (id[..at], id[(at + ThreadMark.Length)..]) : (id, null);
}

/// <summary>A message of a conversation, as it stands now.</summary>
/// <param name="Id">Its id, unique.</param>
/// <param name="Thread">In the channel the message that begins its thread; its own id where it begins one.</param>
/// <param name="From">Who wrote it; null for the bot.</param>
/// <param name="At">When.</param>
internal sealed record DemoMessage(string Id, string? Thread, DemoPerson? From, DateTimeOffset At)
{
    /// <summary>The words; of the bot Markdown.</summary>
    public string Text { get; init; } = "";

    /// <summary>The name of the attached file; null where there is none.</summary>
    public string? File { get; init; }

    /// <summary>The cards.</summary>
    public ImmutableArray<JsonElement> Cards { get; init; } = [];

    /// <summary>The message that it answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>How often it was replaced.</summary>
    public int Edits { get; init; }

    /// <summary>Taken back.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Cards that a click brought, for whoever clicked alone; an edit of the bot's ends them.</summary>
    public ImmutableDictionary<(string Person, int Card), JsonElement> Views { get; init; } = [];

    /// <summary>Sentences below it, for one person.</summary>
    public ImmutableDictionary<string, string> Notes { get; init; } = [];
}
