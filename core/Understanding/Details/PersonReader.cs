using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Whom a request is about.</summary>
internal sealed class PersonReader
{
    private static readonly FrozenSet<Operation> NeverAPerson =
        [RestoreOperations.Site, RestoreOperations.Plan, OtherOperations.Intervention, OtherOperations.Contract, OtherOperations.None, OtherOperations.Quote];

    // Each named person is a request of its own; one change to a list or team that covers several is one request about none of them.
    private static readonly FrozenSet<Operation> OneEach =
    [
        LicenceOperations.Arrival, LicenceOperations.Departure, LicenceOperations.Release, LicenceOperations.Assign, LicenceOperations.Password,
        MailboxOperations.Create, MailboxOperations.Close, MailboxOperations.ConvertShared, PhoneOperations.Prepare, PhoneOperations.Return, PhoneOperations.Repair,
    ];

    private static readonly FrozenSet<Operation> NeverTheSender =
        [LicenceOperations.Arrival, LicenceOperations.Departure, PhoneOperations.Prepare, PhoneOperations.Return, LicenceOperations.Purchase, MailboxOperations.Close, MailboxOperations.ConvertShared];

    private static readonly FrozenSet<Operation> SharedUnlessMine = [IncidentOperations.Print, IncidentOperations.Network];

    private static readonly FrozenSet<string> Others = Set(
        "valide validee validation valider copie cc accord avec vers contact contacter joindre remplace remplacement remplacera remplacer voir manager succede succedera interlocuteur validateur signe envoye ecrit adressee demandee dixit via renvoyer rediriger relayer vers par");

    private static readonly FrozenSet<string> Mine = Set("mon ma mes je j m my i jai g chui moi me mine suis");
    private static readonly FrozenSet<string> MineHere = Set("mon ma mes my m");
    private static readonly FrozenSet<string> Titles = Set("m mme mr mrs ms mlle dr me pr monsieur madame docteur maitre");

    private static readonly SearchValues<char> Separators = SearchValues.Create(",/\n&+");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—(/,\n");

    private readonly TokenizedText _request;
    private readonly ImmutableArray<NameMention> _named;
    private readonly ImmutableArray<NameMention> _subjectNamed;
    private readonly string? _sender;
    private readonly PersonRole _role;
    private readonly PersonRole _subjectRole;

    /// <summary>Reads the names of a message.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="closing">The last lines with the signature.</param>
    /// <param name="senderName">The sender's known name, for a message that is not signed in full.</param>
    public PersonReader(TokenizedText subject, TokenizedText request, string closing, string? senderName)
    {
        _request = request;
        (_role, _subjectRole) = (new PersonRole(request), new PersonRole(subject));
        var names = new NameFinder(request).Find();
        var signed = names.Where(IsSignature).ToImmutableArray();
        var quoted = Quotation.Find(request);
        _named = [.. names.Except(signed).Where(name => !quoted[name.Token])];
        _subjectNamed = new NameFinder(subject).Find();
        _sender = signed.Select(name => name.Name).LastOrDefault() ?? SignatureName(closing) ?? senderName;
    }

    /// <summary>The persons: none, one, or for operations that are done once a person, several.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="near">The sentences of the request that ask for it; null: all alike.</param>
    /// <param name="eachNamed">Every named person is meant, wherever the name stands.</param>
    public ImmutableArray<string> Read(Operation operation, Func<int, bool>? near, bool eachNamed = false)
    {
        if (NeverAPerson.Contains(operation)) return [];
        var isOwnToAsk = operation.Asker is Asker.SelfOrAdministrator;
        var ranked = _named.Where(name => !isOwnToAsk || IsMeant(name)).Select((name, i) => (name, score: Score(name, operation, near) - 0.01 * i)).Where(pair => pair.score > 0)
            .OrderByDescending(pair => pair.score).Select(pair => pair.name).ToList();
        if (eachNamed && ranked.Count > 1) return [.. _named.Where(ranked.Contains).Select(name => name.Name).Distinct(StringComparer.Ordinal)];
        var isMine = _sender is not null && IsAboutTheSender(operation);
        if (SharedUnlessMine.Contains(operation)) return isMine ? [_sender!] : [.. ranked.Where(name => Before(name, 3).Contains("poste")).Take(1).Select(name => name.Name)];
        if (ranked.Count == 0) ranked = [.. _subjectNamed.Where(name => !isOwnToAsk || !_subjectRole.IsTold(name)).Take(1)];
        if (ranked.Count == 0) return isMine ? [_sender!] : [];
        var together = Together(ranked[0]);
        if (together.Length > 1) return OneEach.Contains(operation) ? together : [];
        return [ranked[0].Name];
    }

    // Somebody merely told of would make a mail about oneself one about somebody else, that an administrator must allow.
    private bool IsMeant(NameMention name) => _role.IsObject(name) || _role.MaySign(name) || !(_role.IsTold(name) || _role.IsOwnMatter(name));

    private double Score(NameMention name, Operation operation, Func<int, bool>? near)
    {
        var sentence = _request.Tokens[name.Token].Sentence;
        var score = 1.0 + (near is null || near(sentence) ? 0.5 : 0);
        var before = Before(name, 3);
        if (before.Any(Others.Contains)) score -= 2;
        if (operation == MailboxOperations.Redirect && before.Any(word => word is "a" or "vers" or "chez" or "to")) score -= 2;
        return score;
    }

    private List<string> Before(NameMention name, int count)
    {
        var words = new List<string>();
        for (var i = name.Token - 1; i >= 0 && words.Count < count && _request.Tokens[i].Sentence == _request.Tokens[name.Token].Sentence; i--)
            words.Add(_request.Tokens[i].Word);
        return words;
    }

    // "Marie Petit et Jean Grand", or one a line.
    private ImmutableArray<string> Together(NameMention first)
    {
        var group = ImmutableArray.CreateBuilder<string>();
        var end = -1;
        foreach (var name in _named.Where(name => name.Token >= first.Token))
        {
            if (end >= 0 && (name.Token - end > 8 || !IsList(end, name))) break;
            if (!group.Contains(name.Name)) group.Add(name.Name);
            end = name.End;
        }
        return group.ToImmutable();
    }

    private bool IsList(int end, NameMention next)
    {
        var between = _request.Tokens[end..next.Token];
        if (between.Length <= 3 && between.All(token => token.Word is "et" or "and" or "ainsi" or "que" or "puis" or "celui" or "de" or "d" || Titles.Contains(token.Word)))
            return between.Length > 0 || Between(end - 1).AsSpan().ContainsAny(Separators);
        return LineStartsWith(next) && between.Length <= 8;
    }

    private bool LineStartsWith(NameMention name)
    {
        var i = _request.Tokens[name.Token].Start - 1;
        while (i >= 0 && _request.Raw[i] is ' ' or '-' or '•' or '*' or '–' or '\t') i--;
        return i < 0 || _request.Raw[i] == '\n';
    }

    // A sentence or line near the end that is a name, with a role at most.
    private bool IsSignature(NameMention name)
    {
        var tokens = _request.Tokens;
        var sentence = tokens[name.Token].Sentence;
        var first = name.Token;
        while (first > 0 && tokens[first - 1].Sentence == sentence && (Titles.Contains(tokens[first - 1].Word) || tokens[first - 1].Word is "merci" or "signe" or "thanks")) first--;
        if (first == 0 || sentence < _request.SentenceCount - 6) return false;
        var lead = Between(first - 1);
        if (lead.Contains('•', StringComparison.Ordinal) || lead.Contains('*', StringComparison.Ordinal) || lead.TrimEnd().EndsWith("\n-", StringComparison.Ordinal)) return false;
        var isLast = name.End >= tokens.Length;
        if (tokens[first - 1].Sentence == sentence) return isLast && first > 3 && lead.AsSpan().ContainsAny(Dashes);
        var rest = 0;
        while (name.End + rest < tokens.Length && tokens[name.End + rest].Sentence == sentence) rest++;
        if (rest is 0) return true;
        var after = Between(name.End - 1).TrimStart();
        return rest <= 6 && (after.StartsWith(',') || after.StartsWith('(') || (lead.Contains('\n', StringComparison.Ordinal) && after.Length > 0));
    }

    private string Between(int token)
    {
        var end = _request.Tokens[token].Start + _request.Tokens[token].Length;
        return token + 1 < _request.Tokens.Length ? _request.Raw[end.._request.Tokens[token + 1].Start] : "";
    }

    private static string? SignatureName(string closing)
    {
        foreach (var line in closing.Split('\n'))
        {
            if (line.Length is 0 or > 60) continue;
            var read = TokenizedText.Read(line);
            var names = new NameFinder(read).Find();
            if (names.Length == 1 && (names[0].Token == 0 || Titles.Contains(read.Tokens[names[0].Token - 1].Word)) && read.Tokens.Length - names[0].Length <= 6) return names[0].Name;
        }
        return null;
    }

    private bool IsAboutTheSender(Operation operation)
    {
        if (NeverTheSender.Contains(operation)) return false;
        var words = operation.Category is Category.Restore || SharedUnlessMine.Contains(operation) || operation == MailboxOperations.Create ? MineHere : Mine;
        return _request.Tokens.Any(token => words.Contains(token.Word));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
