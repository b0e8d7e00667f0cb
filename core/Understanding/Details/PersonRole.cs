using System.Collections.Frozen;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Whether somebody named is the one a request is about, or only told of: what anybody may ask for oneself needs no word of another's.</summary>
/// <param name="text">What is asked.</param>
internal sealed class PersonRole(TokenizedText text)
{
    private static readonly FrozenSet<string> Owned = Set(
        "boite boites messagerie mailbox adresse compte session poste pc ordinateur ordi portable telephone tel mobile smartphone iphone tablette mdp passe onedrive outlook agenda calendrier signature licence acces ecran imprimante profil absence identifiants station laptop");

    private static readonly FrozenSet<string> Papers = Set("fichier fichiers dossier dossiers document documents");

    private static readonly FrozenSet<string> Things = Set(
        "affaire client cliente chantier contrat projet fournisseur facture devis societe marche sinistre succession groupe");

    private static readonly FrozenSet<string> MyThings = Set(
        "pc ordinateur ordi portable poste excel word outlook powerpoint teams onedrive office telephone tel mobile iphone smartphone boite mail mails messagerie adresse compte session mot mdp ecran clavier souris imprimante fichier fichiers dossier dossiers document documents acces agenda calendrier contacts signature vpn corbeille brouillons laptop computer phone mailbox macbook");

    private static readonly FrozenSet<string> Possessives = Set("mon ma mes my");
    private static readonly FrozenSet<string> Given = Set("envoye envoyee envoyes envoyees transmis transmise transmises donne donnee donnees partage partagee partages prete pretee laisse laissee adresse depose deposee passe passee refile transfere transferee cree creee installe sent gave shared");
    private static readonly FrozenSet<string> Received = Set("recu recue recus recues recupere recuperee recuperes herite heritee repris reprise transmis transmise envoye envoyee envoyes envoyees venant provenant achete achetee vient part got received");
    private static readonly FrozenSet<string> Verbs = Set("ne n a est s se peut veut souhaite utilise voit recoit doit aurait avait n'a vient demande perd oublie cherche travaille can has is cannot lost forgot needs");

    // "Paul est d'accord", "est en copie", "est parti": told beside what is asked.
    private static readonly FrozenSet<string> BesideTheMatter = Set("d ok au en parti partie absent absente mon ma le la notre informe informee");

    /// <summary>Whether the name is the object: "la boîte de X", "pour X", "X n'arrive plus à …".</summary>
    public bool IsObject(NameMention name)
    {
        if (IsGiver(name)) return false;
        var before = Before(name, 5);
        if (before.Count > 0 && before[0] is "pour" or "for") return true;
        if (before.Count > 1 && before[0] is "de" or "d" or "a" or "du" or "of" or "chez" && before.Skip(1).Take(3).Any(Owned.Contains)) return !before.Take(4).Any(Received.Contains);
        if (Word(name.End) is "est" && BesideTheMatter.Contains(Word(name.End + 1))) return false;
        return Verbs.Contains(Word(name.End)) && !(before.Count > 0 && before[0] is "que" or "qu" or "avec" or "de" or "par" or "dossier" or "comme");
    }

    /// <summary>Whether the name is only told: who sent something, whom something came from, what a folder is called.</summary>
    public bool IsTold(NameMention name)
    {
        if (IsGiver(name)) return true;
        var before = Before(name, 5);
        if (before.Count == 0) return false;
        if (Papers.Contains(before[0]) || Things.Contains(before[0])) return true;
        return before[0] is "de" or "d" or "par" or "from" or "by" && before.Skip(1).Take(2).Any(Received.Contains);
    }

    /// <summary>Whether the sentence of a name, or another one before it, speaks of something of the writer's own: "mon Excel", "je n'arrive plus".</summary>
    public bool IsOwnMatter(NameMention name)
    {
        for (var i = 0; i + 1 < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].Sentence > text.Tokens[name.Token].Sentence) return false;
            if (Possessives.Contains(text.Tokens[i].Word) && (MyThings.Contains(text.Tokens[i + 1].Word) || MyThings.Contains(Word(i + 2)))) return true;
        }
        return false;
    }

    /// <summary>Whether the name begins a clause at the very end of the text: a signature that looks like none.</summary>
    public bool MaySign(NameMention name) =>
        text.Tokens.Length - name.End <= 5 && name.Token > 0 && text.Tokens[name.Token - 1].Clause != text.Tokens[name.Token].Clause
        && (name.End >= text.Tokens.Length || text.Tokens[name.Token - 1].Sentence != text.Tokens[name.Token].Sentence || text.Tokens[name.End].Clause != text.Tokens[name.Token].Clause);

    // "Claire Petit m'a envoyé", "que Marie Martin m'avait envoyé"
    private bool IsGiver(NameMention name)
    {
        for (var i = name.End; i < name.End + 5 && i < text.Tokens.Length && text.Tokens[i].Sentence == text.Tokens[name.Token].Sentence; i++)
        {
            if (Given.Contains(text.Tokens[i].Word)) return Between(name.End, i).Any(word => word is "m" or "me" or "nous" or "lui" or "t" or "us") && Between(name.End, i).All(word => word is "m" or "me" or "nous" or "lui" or "t" or "a" or "avait" or "l" or "us" or "the" or "deja");
        }
        return false;
    }

    private IEnumerable<string> Between(int from, int to) => text.Tokens[from..to].Select(token => token.Word);

    private List<string> Before(NameMention name, int count)
    {
        var words = new List<string>();
        for (var i = name.Token - 1; i >= 0 && words.Count < count && text.Tokens[i].Sentence == text.Tokens[name.Token].Sentence; i--)
            if (text.Tokens[i].Word is not ("m" or "mme" or "monsieur" or "madame" or "mlle" or "dr")) words.Add(text.Tokens[i].Word);
        return words;
    }

    private string Word(int i) => i >= 0 && i < text.Tokens.Length ? text.Tokens[i].Word : "";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
