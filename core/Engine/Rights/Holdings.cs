using System.Collections.Immutable;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Rights;

/// <summary>Everything that is held about somebody, as it stood when it was looked for.</summary>
public sealed class Holdings
{
    /// <summary>Whose, with what was found out on the way.</summary>
    public required DataSubject Subject { get; init; }

    /// <summary>Their messages, by key.</summary>
    public SortedDictionary<string, IntakeRow> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>Their requests, by id.</summary>
    public SortedDictionary<string, RequestDocument> Requests { get; } = new(StringComparer.Ordinal);

    /// <summary>What was or will be said to them, or of their requests alone, by key.</summary>
    public SortedDictionary<string, OutboxRow> Effects { get; } = new(StringComparer.Ordinal);

    /// <summary>Sealed texts that go whole, by key.</summary>
    public SortedDictionary<string, DataClass> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Sealed texts of others that name them, by key.</summary>
    public SortedDictionary<string, DataClass> Naming { get; } = new(StringComparer.Ordinal);

    /// <summary>Of those, the texts of other customers: there only addresses, numbers and accounts count, since somebody else may bear the same name.</summary>
    public HashSet<string> OfOtherCustomers { get; } = new(StringComparer.Ordinal);

    /// <summary>Others' effects whose words name them, and which have not left.</summary>
    public SortedDictionary<string, OutboxRow> Pending { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages of theirs that are still kept raw.</summary>
    public List<IntakeRow> Raw { get; } = [];

    /// <summary>Messages of others, still kept raw, that name them.</summary>
    public List<IntakeRow> RawNaming { get; } = [];

    /// <summary>Files that they attached in a chat: message and how many.</summary>
    public SortedDictionary<string, int> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Cards about their requests in chats that are not theirs, by the key of the text: they are shown anew.</summary>
    public List<string> CardsElsewhere { get; } = [];

    /// <summary>Texts and raw messages that do not open, so that nobody knows whom they name.</summary>
    public int Unreadable { get; set; }

    /// <summary>Files that others attached, which are not looked into.</summary>
    public int FilesOfOthers { get; set; }

    /// <summary>Raw mails of others that stay and have files attached: the files' names were read, their contents were not.</summary>
    public int MailsWithFilesOfOthers { get; set; }

    /// <summary>How much is held, by class: own texts, and others' that name them.</summary>
    public ImmutableSortedDictionary<DataClass, (int Own, int Naming)> Counts()
    {
        var counts = new SortedDictionary<DataClass, (int Own, int Naming)>();
        foreach (var data in Texts.Values) Add(data, 1, 0);
        foreach (var data in Naming.Values) Add(data, 0, 1);
        foreach (var row in Raw) Add(ClassOf(row), 1, 0);
        foreach (var row in RawNaming) Add(ClassOf(row), 0, 1);
        foreach (var files in Files.Values) Add(DataClass.AttachedFiles, files, 0);
        return counts.ToImmutableSortedDictionary();

        void Add(DataClass data, int own, int naming)
        {
            var sum = counts.GetValueOrDefault(data);
            counts[data] = (sum.Own + own, sum.Naming + naming);
        }
    }

    /// <summary>Nothing is held.</summary>
    public bool IsEmpty => Texts.Count + Naming.Count + Raw.Count + RawNaming.Count + Files.Count + CardsElsewhere.Count == 0;

    private static DataClass ClassOf(IntakeRow row) => row.End is LedgerEnd.Quarantined ? DataClass.QuarantinedMessages : DataClass.RawMessages;
}
