using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Finds full names: two to four words with capitals, particles between them, or a known first name where nobody typed capitals.</summary>
internal sealed class NameFinder
{
    private const int MaxUnits = 4;

    private static readonly FrozenSet<string> NotNames = Set(
        "bonjour bonsoir salut hello hi hey coucou cher chere merci cordialement monsieur madame messieurs mesdames mademoiselle docteur maitre m mme mr mrs ms mlle dr me pr svp stp urgent objet re tr fw fwd de du des la les le un une il elle on nous vous je ils elles et ou mais donc si que qui pour par avec sans dans sur chez a au aux en ce cette ces mon ma mes son sa ses notre nos votre vos leur leurs "
        + "teams outlook office sharepoint onedrive microsoft windows word excel powerpoint access visio project power bi copilot exchange business premium standard basic yammer planner google android apple iphone samsung galaxy pixel android mac macbook adobe acrobat photoshop autocad sage ebp cegid authenticator edge chrome firefox thunderbird vpn wifi nas usb pdf pc "
        + "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
        + "service services direction support equipe team pole site agence cabinet societe entreprise garage meubles etude atelier ateliers groupe domaine maison etablissements ets association institut ecole college lycee mairie clinique pharmacie centre residence foyer federation transports imprimerie boulangerie brasserie conserverie mutuelle cfa sarl sas sa eurl "
        + "directeur directrice gerant gerante assistante assistant responsable secretaire comptable comptabilite compta rh daf dsi dg ceo president presidente administrateur administratrice stagiaire alternant alternante apprenti technicien commercial commerciale chef cheffe "
        + "mail mails email boite compte licence adresse liste telephone tel mobile portable fixe depart arrivee depuis suite pouvez pourriez pourrait peut could can please thanks regards best kind dear the our my we i is are from to subject date envoye probleme question demande besoin code acces mot passe ok oui non serveur reseau imprimante ordinateur ecran fichier dossier dossiers projet formation visite facture contrat devis commande rue boulevard avenue place angers nantes paris lyon saumur cholet segre bruxelles porto trelaze plan sud nord est ouest "
        + "creer creation ajouter ajout retirer supprimer suppression fermer fermeture installer liberer transformer rediriger redirection restaurer preparer desactiver effet fin nouvelle nouveau nouvel notre voici voila comme apres avant quand aussi puis enfin ensuite sinon attention info rappel validation valide copie tout tous toute toutes rien aucun aucune droits droit lecture ecriture full name first last day anydesk intune planning direction technique administratif commerciale generale general commerciaux");

    private static readonly FrozenSet<string> Particles = Set("de du des la le da di dos van von ben el al d der den");
    private static readonly FrozenSet<string> Elisions = Set("l d j c n s m t qu");

    private readonly TokenizedText _text;
    private readonly ImmutableArray<Token> _tokens;
    private readonly bool _shouted;

    /// <summary>Prepares a search.</summary>
    public NameFinder(TokenizedText text)
    {
        (_text, _tokens) = (text, text.Tokens);
        var (upper, lower) = (0, 0);
        foreach (var c in text.Raw)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }
        _shouted = upper > 2 * lower;
    }

    /// <summary>All full names in the order of the text.</summary>
    public ImmutableArray<NameMention> Find()
    {
        var found = ImmutableArray.CreateBuilder<NameMention>();
        for (var i = 0; i < _tokens.Length;)
        {
            if (At(i) is { } name)
            {
                found.Add(name);
                i = name.End;
            }
            else i++;
        }
        return found.ToImmutable();
    }

    private NameMention? At(int start)
    {
        if (start > 0 && Gap(start - 1) is "-" or "." or "_" || ReadUnit(start) is not { } first || !CanStart(first)) return null;
        var units = new List<Unit> { first };
        var at = first.End;
        while (units.Count < MaxUnits + 2 && at < _tokens.Length && Gap(at - 1) is " " or "\u00A0" or "' " && ReadUnit(at) is { } next)
        {
            var isParticle = Particles.Contains(next.Folded) && (next.IsCapital || HasNameAfter(next));
            if (!isParticle && !CanContinue(next, units)) break;
            units.Add(next);
            at = next.End;
            if (!isParticle && units.Count(unit => !Particles.Contains(unit.Folded)) >= (IsShortened(units) ? MaxUnits : 3)) break;
        }
        while (units.Count > 0 && Particles.Contains(units[^1].Folded)) units.RemoveAt(units.Count - 1);
        return units.Count < 2 ? null : new NameMention(Spell(units), start, units[^1].End - start);
    }

    private static bool IsShortened(List<Unit> units) => units.Any(unit => Particles.Contains(unit.Folded));

    private bool HasNameAfter(Unit particle) =>
        particle.End < _tokens.Length && Gap(particle.End - 1) is " " or "'" or "’" && ReadUnit(particle.End) is { IsCapital: true } next
        && (!NotNames.Contains(next.Folded) || Particles.Contains(next.Folded));

    private bool CanStart(Unit unit) =>
        unit.Letters > 1 && !NotNames.Contains(unit.Folded) && !char.IsDigit(unit.Written[0]) && (unit.IsCapital && !_shouted || FirstNames.Contains(unit.Folded));

    private bool CanContinue(Unit unit, List<Unit> before)
    {
        if (unit.Letters < 2 || NotNames.Contains(unit.Folded) || unit.Written.Any(char.IsDigit)) return false;
        if (_shouted) return before.Count == 1 && FirstNames.Contains(before[0].Folded) && !CommonWord(unit);
        if (unit.IsCapital) return before[0].IsCapital || FirstNames.Contains(before[0].Folded);
        return before.Count == 1 && !before[0].IsCapital && FirstNames.Contains(before[0].Folded) && !CommonWord(unit);
    }

    // Without capitals only what is no word of the trade can be a last name.
    private static bool CommonWord(Unit unit)
    {
        var word = TokenizedText.Read(unit.Folded);
        _ = Vocabulary.Lexicon.Default.LongestAt(word.Tokens, 0, out var length);
        return length > 0 || unit.Letters < 4 || unit.Folded is "veut" or "sera" or "doit" or "fait" or "avec" or "vers" or "pour" or "dans" or "elle" or "nous" or "vous" or "reste" or "parti" or "chez" or "lundi" or "mais" or "dont" or "prend" or "depuis" or "avant" or "avait" or "etait" or "peut" or "garde" or "travaille";
    }

    private Unit? ReadUnit(int start)
    {
        var token = _tokens[start];
        if (token.Word is Marks.Address or Marks.Path || (Elisions.Contains(token.Word) && Gap(start) is "'" or "’" && !IsNobleElision(start))) return null;
        var end = start + 1;
        while (end < _tokens.Length && Gap(end - 1) is "-" or "'" or "’" && end - start < 4) end++;
        var written = _text.Raw.Substring(token.Start, _tokens[end - 1].Start + _tokens[end - 1].Length - token.Start);
        return new Unit(Folding.Fold(written), written, start, end);
    }

    // "D'Artagnan", "O'Brien": the whole is a name when both letters are capitals.
    private bool IsNobleElision(int i) =>
        _text.Written(_tokens[i]) is "D" or "O" && i + 1 < _tokens.Length && char.IsUpper(_text.Written(_tokens[i + 1])[0]) && i > 0 && char.IsUpper(_text.Written(_tokens[i - 1])[0]);

    private string Gap(int i)
    {
        if (i < 0 || i + 1 >= _tokens.Length) return "";
        var end = _tokens[i].Start + _tokens[i].Length;
        var length = _tokens[i + 1].Start - end;
        return length is 1 or 2 ? _text.Raw.Substring(end, length) : "";
    }

    // "KOUASSI Aristide" and "Kouassi Aristide" become "Aristide Kouassi".
    private static string Spell(List<Unit> units)
    {
        var lastNameFirst = (units[0].IsAllCapitals && !units[^1].IsAllCapitals && units[0].Letters > 1)
            || (units.Count == 2 && !FirstNames.Contains(units[0].Folded) && FirstNames.Contains(units[1].Folded) && units[0].IsAllCapitals);
        IEnumerable<Unit> ordered = units;
        if (lastNameFirst)
        {
            var capitals = units.TakeWhile(unit => unit.IsAllCapitals).ToList();
            ordered = units.Skip(capitals.Count).Concat(capitals);
        }
        return string.Join(' ', ordered.Select(unit => unit.Spelled));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private sealed record Unit(string Folded, string Written, int Start, int End)
    {
        public int Letters => Written.Count(char.IsLetter);

        public bool IsCapital => char.IsUpper(Written[0]);

        public bool IsAllCapitals => Letters > 1 && !Written.Any(char.IsLower);

        public string Spelled => Particles.Contains(Folded) && !IsCapital ? Written
            : IsAllCapitals || !IsCapital ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Written.ToLowerInvariant()) : Written;
    }
}
