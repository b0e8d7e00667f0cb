using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Text;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>Finds which operations one message asks for. Careful: a second request is taken only where the text clearly holds one.</summary>
internal static class RequestSplitter
{
    // What people ask for together; anything else needs words like "deux demandes" or a numbered list.
    private static readonly FrozenDictionary<Operation, FrozenSet<Operation>> Companions = new Dictionary<Operation, FrozenSet<Operation>>
    {
        [LicenceOperations.Arrival] = [PhoneOperations.Prepare, MailboxOperations.List, LicenceOperations.Purchase, OtherOperations.Quote, MailboxOperations.Redirect],
        [LicenceOperations.Departure] = [MailboxOperations.ConvertShared, MailboxOperations.Redirect, MailboxOperations.Absence, PhoneOperations.Return, PhoneOperations.Lost, MailboxOperations.List],
        [MailboxOperations.Close] = [MailboxOperations.Redirect, MailboxOperations.List, MailboxOperations.Absence],
        [MailboxOperations.ConvertShared] = [MailboxOperations.Redirect, LicenceOperations.Release, MailboxOperations.Absence, PhoneOperations.Return],
        [MailboxOperations.Create] = [MailboxOperations.Redirect, MailboxOperations.List, PhoneOperations.Prepare],
        [MailboxOperations.Redirect] = [MailboxOperations.Absence],
        [LicenceOperations.Release] = [LicenceOperations.Assign],
        [LicenceOperations.Purchase] = [LicenceOperations.Assign],
        [LicenceOperations.Assign] = [OtherOperations.Quote],
        [LicenceOperations.Teams] = [LicenceOperations.Sharepoint, MailboxOperations.List],
        [RestoreOperations.File] = [RestoreOperations.Plan, LicenceOperations.Sharepoint, IncidentOperations.Hardware, IncidentOperations.Software],
        [RestoreOperations.Mailbox] = [MailboxOperations.Settings],
        [PhoneOperations.Return] = [PhoneOperations.Repair],
        [PhoneOperations.Lost] = [LicenceOperations.Password],
        [PhoneOperations.Fault] = [OtherOperations.Quote],
        [IncidentOperations.Print] = [IncidentOperations.Network, IncidentOperations.Software, OtherOperations.Quote],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Operation, FrozenSet<Operation>> Included = new Dictionary<Operation, FrozenSet<Operation>>
    {
        [PhoneOperations.Lost] = [IncidentOperations.Security, PhoneOperations.Settings, PhoneOperations.Fault],
        [IncidentOperations.Security] = [LicenceOperations.Password, IncidentOperations.Software, MailboxOperations.Settings],
    }.ToFrozenDictionary();

    // A question beside a request is mostly about that request.
    private static readonly FrozenSet<Operation> NeverSecond = [OtherOperations.None, IncidentOperations.Help, PhoneOperations.Help];

    /// <summary>The operations in the order of the text, each with the sentences that ask for it. At least one.</summary>
    public static ImmutableArray<(Operation Operation, Part? Where)> Split(Reading reading, TokenizedText body)
    {
        var ranked = reading.Scores.Ranked;
        var main = ranked[0].Operation;
        var mainPart = Strongest(reading, main);
        if (ranked[0].Score < Weights.CompanionRequest) return [(main, mainPart)];
        var isList = IsList(body);
        var requests = new List<(Operation Operation, Part? Where)> { (main, mainPart) };
        if (reading.Movement is { } movement && movement != main && Fits(main, movement, isList)) requests.Add((movement, Strongest(reading, movement)));
        foreach (var part in reading.Clauses.Concat(reading.Sentences.Where(part => !part.IsSubject)))
        {
            var best = part.Scores.Ranked;
            var (operation, score) = best[0];
            if (score < Weights.CompanionRequest || score - best[1].Score < Weights.FurtherRequestLead || (reading.Scores[operation] < Weights.CompanionRequest && !requests.Exists(request => IsCompanion(request.Operation, operation))) || NeverSecond.Contains(operation) || requests.Any(request => request.Operation == operation)) continue;
            if (!requests.TrueForAll(request => Fits(request.Operation, operation, isList && score >= Weights.ListedRequest))) continue;
            if (part.Sentence == mainPart?.Sentence && part.Scores[main] >= score) continue;
            requests.Add((operation, part));
        }
        if (requests.Exists(request => request.Operation == LicenceOperations.Arrival) && !requests.Exists(request => request.Operation == PhoneOperations.Prepare)
            && reading.Clauses.FirstOrDefault(clause => Movement.WantsPhone(clause, reading.Sentences)) is { } wants)
            requests.Add((PhoneOperations.Prepare, wants));
        return [.. requests.OrderBy(request => request.Where is { } part ? Position(reading, part) : int.MinValue)];
    }

    /// <summary>Whether members come to a list or team and others leave it: then each named person is a request.</summary>
    public static bool ChangesBothWays(Reading reading, Operation operation) =>
        (operation == MailboxOperations.List || operation == LicenceOperations.Teams) && reading.Whole.Asserted.Overlaps(Adds) && reading.Whole.Asserted.Overlaps(Removes);

    private static readonly ConceptSet Adds = Lexicon.Default.Set("add");
    private static readonly ConceptSet Removes = Lexicon.Default.Set("remove");

    private static bool Fits(Operation first, Operation second, bool isList) =>
        !Brings(first, second) && !Brings(second, first) && (isList || IsCompanion(first, second));

    private static bool IsCompanion(Operation first, Operation second) => Holds(Companions, first, second) || Holds(Companions, second, first);

    private static bool Brings(Operation first, Operation second) => Movement.Includes(first, second) || Holds(Included, first, second);

    private static bool Holds(FrozenDictionary<Operation, FrozenSet<Operation>> table, Operation key, Operation value) => table.TryGetValue(key, out var set) && set.Contains(value);

    private static Part? Strongest(Reading reading, Operation operation)
    {
        var clause = reading.Clauses.MaxBy(part => part.Scores[operation]);
        if (clause is not null && clause.Scores[operation] >= Weights.CompanionRequest) return clause;
        var sentence = reading.Sentences.Where(part => !part.IsSubject).MaxBy(part => part.Scores[operation]);
        return sentence is not null && sentence.Scores[operation] > 0 ? sentence : null;
    }

    private static int Position(Reading reading, Part part)
    {
        var clause = reading.Clauses.IndexOf(part);
        return clause >= 0 ? clause : reading.Clauses.FirstOrDefault(candidate => candidate.Sentence == part.Sentence) is { } first ? reading.Clauses.IndexOf(first) : 0;
    }

    private static readonly FrozenSet<string> ListWords = ["deux", "2", "trois", "aussi", "ailleurs", "egalement", "profite", "demandes", "trucs", "choses", "soucis"];

    /// <summary>Whether a text announces several requests or numbers them.</summary>
    public static bool IsList(TokenizedText body)
    {
        if (body.Tokens.Any(token => token.Word is "ailleurs" or "profite" or "profitez" or "aussi" || (ListWords.Contains(token.Word) && token.Word.Length > 5))) return true;
        for (var i = 0; i + 1 < body.Tokens.Length; i++)
            if (body.Tokens[i].Word is "1" or "a" && body.Tokens[i].Start + 1 < body.Raw.Length && body.Raw[body.Tokens[i].Start + body.Tokens[i].Length] is ')' or '/' or '.') return true;
        if (body.Raw.AsSpan().Count("\n- ") + body.Raw.AsSpan().Count("\n• ") + body.Raw.AsSpan().Count("\n– ") + body.Raw.AsSpan().Count("\n* ") > 1) return true;
        return body.Tokens.Any(token => token.Word is "deux" or "2") && body.Tokens.Any(token => token.Word is "soucis" or "demandes" or "choses" or "trucs" or "points" or "problemes" or "questions");
    }
}
