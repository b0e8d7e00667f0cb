using System.Collections.Frozen;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>Somebody who comes or goes: what an arrival or a departure brings with it is no request of its own (DOMAIN.md section 7).</summary>
internal static class Movement
{
    // Below this the words of coming and going are only told, as in "le PC de la stagiaire".
    private const double Told = 4;

    private static readonly FrozenDictionary<Operation, FrozenSet<Operation>> Included = new Dictionary<Operation, FrozenSet<Operation>>
    {
        [LicenceOperations.Arrival] = [MailboxOperations.Create, MailboxOperations.Settings, LicenceOperations.Assign, LicenceOperations.Install, LicenceOperations.Teams, LicenceOperations.Sharepoint, LicenceOperations.Password],
        [LicenceOperations.Departure] = [MailboxOperations.Close, LicenceOperations.Release, LicenceOperations.Teams, LicenceOperations.Sharepoint, LicenceOperations.Password],
    }.ToFrozenDictionary();

    private static readonly ConceptSet Leaver = Lexicon.Default.Set("departure");
    private static readonly ConceptSet IsClosed = Lexicon.Default.Set("already-closed");
    private static readonly ConceptSet Newcomer = Lexicon.Default.Set("newcomer");
    private static readonly ConceptSet Begins = Lexicon.Default.Set("arrival");
    private static readonly ConceptSet Made = Lexicon.Default.Set("create", "prepare");
    private static readonly ConceptSet Account = Lexicon.Default.Set("account", "m365");
    private static readonly ConceptSet Ends = Lexicon.Default.Set("close", "delete", "remove");
    private static readonly ConceptSet Starts = Lexicon.Default.Set("create", "prepare", "ask", "assign", "licence");
    private static readonly ConceptSet Troubles = Lexicon.Default.Set("fault", "forgot", "locked", "has-account");

    private static readonly ConceptSet Phone = Lexicon.Default.Set("phone");
    private static readonly ConceptSet Asked = Lexicon.Default.Set("account", "ask", "prepare", "create", "give", "m365");
    private static readonly ConceptSet NotWanted = Lexicon.Default.Set("by-phone", "fault", "lose", "hand-back", "deskphone", "mfa", "howto", "steal");

    /// <summary>Whether the first operation brings the second one with it.</summary>
    public static bool Includes(Operation movement, Operation operation) => Included.TryGetValue(movement, out var set) && set.Contains(operation);

    /// <summary>The arrival or departure that a message is about; null when it is about neither, or only about an address of somebody who came or left.</summary>
    public static Operation? Of(ConceptSet whole, IEnumerable<Part> sentences, OperationScores scores)
    {
        var closes = whole.Overlaps(Leaver) && !whole.Overlaps(IsClosed) && sentences.Any(part => part.Mentions.Asserted.Overlaps(Account) && part.Mentions.Asserted.Overlaps(Ends));
        if (closes && scores[LicenceOperations.Departure] >= Told / 2) return LicenceOperations.Departure;
        var opens = (whole.Overlaps(Newcomer) || (whole.Overlaps(Begins) && whole.Overlaps(Made))) && whole.Overlaps(Account) && whole.Overlaps(Starts) && !whole.Overlaps(Troubles);
        return opens && scores[LicenceOperations.Arrival] >= Told ? LicenceOperations.Arrival : null;
    }

    /// <summary>Whether a part of a newcomer's message names a phone among what is to be prepared.</summary>
    public static bool WantsPhone(Part clause, IEnumerable<Part> sentences) =>
        clause.Mentions.Asserted.Overlaps(Phone) && !clause.Mentions.Asserted.Overlaps(NotWanted)
        && sentences.Any(part => part.Sentence == clause.Sentence && !part.IsSubject && part.Mentions.Asserted.Overlaps(Asked) && !part.Mentions.Asserted.Overlaps(NotWanted));

    /// <summary>The scores in which the movement stands for all that it includes.</summary>
    public static OperationScores Absorb(Operation movement, OperationScores scores) => scores.Absorb(movement, Included[movement]);
}
