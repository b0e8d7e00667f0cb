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
        [RestoreOperations.Site, OtherOperations.Intervention, OtherOperations.Contract, OtherOperations.None, OtherOperations.Quote, LicenceOperations.Purchase];

    // Each named person is a request of its own; one change to a list or team that covers several is one request about none of them.
    private static readonly FrozenSet<Operation> OneEach =
    [
        LicenceOperations.Arrival, LicenceOperations.Departure, LicenceOperations.Release, LicenceOperations.Assign, LicenceOperations.Password,
        MailboxOperations.Create, MailboxOperations.Close, MailboxOperations.ConvertShared, PhoneOperations.Prepare, PhoneOperations.Return, PhoneOperations.Repair,
    ];

    private static readonly FrozenSet<Operation> SharedUnlessMine = [IncidentOperations.Print, IncidentOperations.Network];

    private static readonly FrozenSet<string> Others = Set(
        "valide validee validation valider copie cc accord avec vers contact contacter joindre remplace remplacement remplacera remplacer voir manager succede succedera interlocuteur validateur signe envoye ecrit adressee demandee dixit via renvoyer rediriger relayer vers par");

    private static readonly FrozenSet<string> Titles = Set("m mme mr mrs ms mlle dr me pr monsieur madame docteur maitre");

    private static readonly SearchValues<char> Separators = SearchValues.Create(",/\n&+");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—(/,\n");

    private readonly TokenizedText _request;
    private readonly SenderMatter _matter;
    private readonly ImmutableArray<NameMention> _named;
    private readonly ImmutableArray<NameMention> _quoted;
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
        _matter = new SenderMatter(request);
        var signed = names.Where(name => IsIntroduction(name) || (IsSignature(name) && !IsToldByFirstName(name))).ToImmutableArray();
        var quoted = Quotation.Find(request);
        _named = WithShortForms([.. names.Except(signed).Where(name => !quoted[name.Token])]);
        _quoted = [.. names.Where(name => quoted[name.Token])];
        _subjectNamed = new NameFinder(subject).Find();
        _sender = (signed.LastOrDefault(name => FirstNames.Contains(FirstWord(name.Name)), signed.LastOrDefault())).Name ?? SignatureName(closing) ?? senderName;
    }

    /// <summary>The persons: none, one, or for operations that are done once a person, several.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="place">Where the request stands; null: all of the text is about it.</param>
    /// <param name="eachNamed">Every named person is meant, wherever the name stands.</param>
    public ImmutableArray<string> Read(Operation operation, RequestPlace? place, bool eachNamed = false)
    {
        if (NeverAPerson.Contains(operation)) return [];
        var isOwnToAsk = operation.Asker is Asker.SelfOrAdministrator;
        var ranked = _named.Where(name => !isOwnToAsk || IsMeant(name)).Select((name, i) => (name, score: Score(name, operation, place) - 0.01 * i)).Where(pair => pair.score > 0)
            .OrderByDescending(pair => pair.score).Select(pair => pair.name).ToList();
        if (eachNamed && place is null && ranked.Count > 1) return [.. _named.Where(ranked.Contains).Select(name => name.Name).Distinct(StringComparer.Ordinal)];
        var isMine = _sender is not null && _matter.Speaks(operation, place, _named.IsEmpty && _subjectNamed.IsEmpty);
        if (isMine && place is not null && (ranked.Count == 0 || !IsAt(place, ranked[0])) && _matter.SpeaksOfOwn(place)) return [_sender!];
        if (SharedUnlessMine.Contains(operation)) return isMine ? [_sender!] : [.. ranked.Where(name => Before(name, 3).Contains("poste")).Take(1).Select(name => name.Name)];
        if (place is not null && ranked.Count > 0 && !IsAt(place, ranked[0]) && !IsPointedAt(operation, place)) return isMine ? [_sender!] : [];
        if (ranked.Count == 0) ranked = [.. _subjectNamed.Where(name => !isOwnToAsk || !_subjectRole.IsTold(name)).Take(1)];
        if (ranked.Count == 0 && !isMine && (operation == MailboxOperations.Absence || operation == MailboxOperations.Settings)) ranked = [.. _quoted.Take(1)];
        if (ranked.Count == 0) return isMine && operation != RestoreOperations.Plan ? [_sender!] : [];
        var together = Together(ranked[0], place);
        if (together.Length > 1) return OneEach.Contains(operation) ? together : [];
        return [ranked[0].Name];
    }

    /// <summary>Whether a place names somebody whom the text names nowhere else.</summary>
    public bool NamesItsOwn(RequestPlace place) =>
        _named.FirstOrDefault(name => place.IsOwn(name.Token)) is { Name: { } own } && _named.All(name => name.Name != own || place.IsOwn(name.Token));

    // Somebody merely told of would make a mail about oneself one about somebody else, that an administrator must allow.
    private bool IsMeant(NameMention name) => _role.IsObject(name) || _role.MaySign(name) || !(_role.IsTold(name) || _role.IsOwnMatter(name));

    private double Score(NameMention name, Operation operation, RequestPlace? place)
    {
        var score = 1.0 + Closeness(name, place) + (_role.IsObject(name) ? 0.4 : 0);
        if (IsBesideTheMatter(name)) score -= 4;
        return (operation == MailboxOperations.Redirect || operation == MailboxOperations.Absence) && _named.Any(other => other.Name == name.Name && IsTarget(other)) ? score - 4 : score;
    }

    private bool IsBesideTheMatter(NameMention name)
    {
        var before = Before(name, 3, sameClause: true);
        return before.Any(Others.Contains) && !(before is ["par", "rendu" or "restitue" or "utilise" or "laisse", ..]);
    }

    // "vers la boîte de ma collègue X", "à la secrétaire, Mme X": where the mail goes.
    private bool IsTarget(NameMention name)
    {
        var before = Before(name, 7);
        return before.Any(word => word is "vers" or "chez") || (before.Take(4).Any(word => word is "a" or "to" or "au") && !before.Any(word => word.StartsWith("adresse", StringComparison.Ordinal) || word.StartsWith("destine", StringComparison.Ordinal) || word is "reponse" or "pour"));
    }

    private double Closeness(NameMention name, RequestPlace? place)
    {
        if (place is null) return 0.5;
        if (place.IsOwn(name.Token)) return 2.5;
        if (place.IsBeside(_request.Tokens[name.Token], name.Token)) return 1;
        // "ses mails", "lui préparer": who was named last before.
        return name.Token < place.First ? 0.5 * name.Token / Math.Max(1, place.First) : -0.3;
    }

    private bool IsAt(RequestPlace place, NameMention name) => place.IsOwn(name.Token) || place.IsBeside(_request.Tokens[name.Token], name.Token);

    // A request that names nobody is about the one named before it where it points back, or where its kind always is about somebody.
    private bool IsPointedAt(Operation operation, RequestPlace place)
    {
        var isAddressed = false;
        for (var i = place.First; i <= place.Last; i++)
        {
            if (!place.IsOwn(i)) continue;
            if (Pointers.Contains(_request.Tokens[i].Word) || IsObjectPronoun(i)) return true;
            isAddressed |= _request.Tokens[i].Word == Marks.Address;
        }
        return !isAddressed && AboutSomebody.Contains(operation);
    }

    // "retirez-la", "le mettre"
    private bool IsObjectPronoun(int i)
    {
        if (_request.Tokens[i].Word is "l" && i + 1 < _request.Tokens.Length) return _request.Tokens[i + 1].Word is "ajouter" or "enlever" or "retirer" or "inscrire" or "integrer" or "ajoutiez" or "inclure" or "accueillir";
        if (_request.Tokens[i].Word is not ("le" or "la")) return false;
        if (_request.Tokens[i].Start > 0 && _request.Raw[_request.Tokens[i].Start - 1] == '-') return true;
        if (i > 0 && BeforeNames.Contains(_request.Tokens[i - 1].Word) && i + 1 < _request.Tokens.Length && _request.Tokens[i + 1].Word is "aussi" or "dans" or "de" or "du" or "en" or "stp" or "svp") return true;
        return i + 1 < _request.Tokens.Length && _request.Tokens[i + 1].Word is [.., 'e', 'r'] or [.., 't', 'r', 'e'] && _request.Tokens[i + 1].Clause == _request.Tokens[i].Clause;
    }

    private static readonly FrozenSet<string> Pointers = Set("il elle lui son sa ses celui celle he she him her his");

    private static readonly FrozenSet<Operation> AboutSomebody =
    [
        LicenceOperations.Arrival, LicenceOperations.Departure, LicenceOperations.Release, LicenceOperations.Assign, LicenceOperations.Password, MailboxOperations.Absence, MailboxOperations.Redirect,
        MailboxOperations.ConvertShared, MailboxOperations.Close, PhoneOperations.Prepare, PhoneOperations.Return, PhoneOperations.Repair, PhoneOperations.Help, PhoneOperations.Settings, PhoneOperations.Lost, LicenceOperations.Sharepoint, MailboxOperations.Settings,
    ];

    // "Alexis : lui ouvrir la même chose": the first name alone stands for the one whose full name the text gives once; so does "Mme Dumoulin".
    private ImmutableArray<NameMention> WithShortForms(ImmutableArray<NameMention> named)
    {
        if (named.IsEmpty) return named;
        var all = named.ToBuilder();
        var names = named.Select(name => name.Name).Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < _request.Tokens.Length; i++)
        {
            var word = _request.Tokens[i].Word;
            if (word == Marks.Address && names.Where(name => IsAddressOf(_request.Tokens[i], name)).ToList() is [var owner]) all.Add(new NameMention(owner, i, 1));
            if (word.Length < 3 || named.Any(name => i >= name.Token && i < name.End)) continue;
            var isTitled = i > 0 && Titles.Contains(_request.Tokens[i - 1].Word);
            if (!isTitled && !char.IsUpper(_request.Written(_request.Tokens[i])[0]) && !FirstNames.Contains(word)) continue;
            var meant = names.Where(name => isTitled ? LastWord(name) == word : FirstWord(name) == word).ToList();
            if (meant.Count == 1) all.Add(new NameMention(meant[0], i, 1));
        }
        all.Sort((a, b) => a.Token.CompareTo(b.Token));
        return all.ToImmutable();
    }

    // "r.poirier@": the address of "Reine Poirier"
    private bool IsAddressOf(Token address, string name)
    {
        var written = _request.Written(address);
        var local = Folding.Fold(written[..(written.IndexOf('@') is >= 0 and var at ? at : written.Length)].ToString());
        return LastWord(name) is { Length: > 3 } last && local.Contains(last, StringComparison.Ordinal);
    }

    private static string FirstWord(string name) => Folding.Fold(name[..(name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : name.Length)]);

    private static string LastWord(string name) => Folding.Fold(name[(name.LastIndexOf(' ') + 1)..]);

    // "je suis Ambroise Tessandier", "c'est Baptiste Garrec, atelier", "signé Ludovic Sauvage", "quant à moi, Astrid Nauleau"
    private bool IsIntroduction(NameMention name)
    {
        var before = Before(name, 3);
        if (before.Count == 0) return false;
        if (before[0] is "suis" or "jsuis" or "chuis" or "signe" or "moi") return true;
        if (before.Count < 2) return false;
        if ((before[0], before[1]) is ("appelle", "m") or ("is", "name") or ("is", "this") or ("m", "i") or ("am", "i")) return true;
        return (before[0], before[1]) is ("est", "c") && _request.Tokens.Take(name.Token).Any(token => token.Word is "mon" or "ma" or "mes" or "je" or "j" or "chui" or "g") && (name.End >= _request.Tokens.Length || _request.Tokens[name.End].Clause != _request.Tokens[name.Token].Clause);
    }

    // "le téléphone d'Ahmed a disparu … Ahmed Belkacem": no signature, the full name comes after.
    private bool IsToldByFirstName(NameMention name)
    {
        var first = FirstWord(name.Name);
        for (var i = 1; i < name.Token; i++)
        {
            if (_request.Tokens[i].Word == first) return _request.Tokens[i - 1].Word is not ("suis" or "est" or "moi" or "bonjour" or "salut") || _request.Tokens[i - 1].Clause != _request.Tokens[i].Clause;
            if (Titles.Contains(_request.Tokens[i - 1].Word) && _request.Tokens[i].Word == LastWord(name.Name) && _request.Tokens[i - 1].Sentence == _request.Tokens[i].Sentence) return true;
        }
        return name.Token > 0 && _request.Tokens[0].Word == first;
    }

    private List<string> Before(NameMention name, int count, bool sameClause = false)
    {
        var words = new List<string>();
        for (var i = name.Token - 1; i >= 0 && words.Count < count && _request.Tokens[i].Sentence == _request.Tokens[name.Token].Sentence && (!sameClause || _request.Tokens[i].Clause == _request.Tokens[name.Token].Clause); i--)
            words.Add(_request.Tokens[i].Word);
        return words;
    }

    // "Marie Petit et Jean Grand", or one a line.
    private ImmutableArray<string> Together(NameMention first, RequestPlace? place)
    {
        var group = ImmutableArray.CreateBuilder<string>();
        var end = -1;
        foreach (var name in _named.Where(name => name.Token >= first.Token))
        {
            if (end >= 0 && (name.Token - end > 8 || !IsList(end, name) || place?.IsOthers(name.Token) is true)) break;
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
        while (first > 0 && tokens[first - 1].Sentence == sentence && (Titles.Contains(tokens[first - 1].Word) || tokens[first - 1].Word is "merci" or "signe" or "thanks" or "pere" or "mere" or "soeur" or "diacre" or "abbe" or "pr" or "asv")) first--;
        if (first == 0 || sentence < _request.SentenceCount - 6 || IsListItem(tokens[first])) return false;
        var lead = Between(first - 1);
        var rest = 0;
        while (name.End + rest < tokens.Length && tokens[name.End + rest].Sentence == sentence) rest++;
        if (tokens[first - 1].Sentence == sentence) return name.End + rest >= tokens.Length && IsAtEnd(name, first, rest, lead);
        if (rest is 0) return true;
        var after = Between(name.End - 1).TrimStart();
        return rest <= 6 && !tokens[name.End..(name.End + rest)].Any(token => char.IsAsciiDigit(token.Word[0])) && !after.StartsWith('|') && !after.StartsWith(':')
            && (after.StartsWith(',') || after.StartsWith('(') || (lead.Contains('\n', StringComparison.Ordinal) && after.Length > 0));
    }

    // "… coupez tout, Ambre Kergoat (stagiaire)", "… ce soir 😭 Nathalie Baranger": the last words of a sentence that could do without them.
    private bool IsAtEnd(NameMention name, int first, int rest, string lead)
    {
        if (first <= 3 || rest > 5 || (rest > 0 && Between(name.End - 1).TrimStart() is not [',' or '(' or '-' or '–', ..])) return false;
        if (lead.AsSpan().ContainsAny(Dashes) || lead.Any(char.IsSurrogate) || EndWords.Contains(_request.Tokens[first - 1].Word)) return true;
        return rest == 0 && _request.SentenceCount - 1 == _request.Tokens[first].Sentence && _matter.IsToldByOne && !LeadsToAName(_request.Tokens[first - 1].Word);
    }

    // "pour X", "ajoutez X", "notre collègue X": the name belongs to what comes before it.
    private static bool LeadsToAName(string word) => word.Length < 3 || word is [.., 'e', 'r'] or [.., 'e', 'z'] or [.., 'i', 'r'] or [.., 'r', 'e'] || BeforeNames.Contains(word);

    private static readonly FrozenSet<string> BeforeNames = Set(
        "pour avec par que chez comme vers sur sous les des aux notre mon votre est sont appelle nomme nommee nom collegue stagiaire apprenti apprentie alternant alternante directeur directrice infirmiere assistante secretaire client cliente docteur maitre madame monsieur mme mlle patron patronne chef cheffe "
        + "ajoute rajoute enleve retire supprime mets remets sors vire coupe bloque cree inscris forme debloque libere prepare reactive autorise equipe and with for add remove and");

    private static readonly FrozenSet<string> EndWords = Set("svp stp plait merci soir matin midi demain tout vite urgent aide help plus pas rien please thanks thx deux jour semaine <address>");

    // "1. Justine Cadiou", "• Hugo Lamballe", "– Jules Rondeau"
    private bool IsListItem(Token token)
    {
        var lineStart = token.Start == 0 ? 0 : _request.Raw.LastIndexOf('\n', token.Start - 1) + 1;
        var lead = _request.Raw.AsSpan(lineStart, token.Start - lineStart).Trim();
        return lead.Length is > 0 and < 5 && !lead.ContainsAny(NotBullets) && (char.IsAsciiDigit(lead[0]) || (lead is not "--" and not "—" && IsRepeated(lead[0])));
    }

    private bool IsRepeated(char bullet) => _request.Raw.Split('\n').Count(line => line.TrimStart() is [var start, ..] && start == bullet) > 1;

    private static readonly SearchValues<char> NotBullets = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

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

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
