using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Rights;

/// <summary>What the key of a sealed text says of it: which class, and what it lies beside.</summary>
/// <param name="Class">The class of data.</param>
public sealed record TextKey(DataClass Class)
{
    /// <summary>The message; null where the key names none.</summary>
    public IntakeKey? Intake { get; init; }

    /// <summary>The request; null where the key names none.</summary>
    public RequestId? Request { get; init; }

    /// <summary>The effect's key; null where the key names none.</summary>
    public string? Effect { get; init; }

    /// <summary>Reads a key. One of a kind that is not known yet belongs to nobody by its name.</summary>
    public static TextKey Of(string key)
    {
        var (kind, rest) = Split(key);
        return kind switch
        {
            "intake" => new TextKey(rest.EndsWith("/files", StringComparison.Ordinal) ? DataClass.AttachedFiles : DataClass.MessageTexts) { Intake = new IntakeKey(Split(rest).Head) },
            "request" => new TextKey(OfRequest(Split(rest).Tail)) { Request = new RequestId(Split(rest).Head) },
            "outbox" => new TextKey(rest.EndsWith("/bytes", StringComparison.Ordinal) ? DataClass.FrozenMails : DataClass.OutgoingWords) { Effect = rest[..Math.Max(0, rest.LastIndexOf('/'))] },
            "chat" or "chat-of" => new TextKey(DataClass.Chats),
            "card" => OfCard(rest),
            "backup-of" => new TextKey(DataClass.BackupRuns),
            "card-at" or "grant" => new TextKey(DataClass.Cards),
            _ => new TextKey(DataClass.Others),
        };
    }

    private static DataClass OfRequest(string rest) => Split(rest).Head switch
    {
        "plan" => DataClass.Plans,
        "correction" => DataClass.Corrections,
        _ => DataClass.RequestTexts,
    };

    private static TextKey OfCard(string card)
    {
        var (kind, about) = Split(card);
        return kind switch
        {
            "answer" => new TextKey(DataClass.Cards) { Intake = new IntakeKey(about) },
            "technicians" => new TextKey(DataClass.Cards) { Request = new RequestId(about) },
            "effect" => new TextKey(DataClass.Cards) { Effect = about },
            _ => new TextKey(DataClass.Cards),
        };
    }

    private static (string Head, string Tail) Split(string text) =>
        text.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? (text[..slash], text[(slash + 1)..]) : (text, "");
}
