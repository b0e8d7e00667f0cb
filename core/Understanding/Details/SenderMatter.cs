using System.Collections.Frozen;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Whether a request is about the sender's own account, data or device: then the signature names the person concerned.</summary>
/// <param name="text">What is asked.</param>
internal sealed class SenderMatter(TokenizedText text)
{
    // Of a person by their nature: only words of a group speak against the sender.
    private static readonly FrozenSet<Operation> Personal =
    [
        LicenceOperations.Password, LicenceOperations.Install, LicenceOperations.Assign, PhoneOperations.Fault, PhoneOperations.Lost, PhoneOperations.Repair, PhoneOperations.Settings, PhoneOperations.Help,
        RestoreOperations.Mailbox, OtherOperations.DataRights,
    ];

    // Whoever says "I" means themselves.
    private static readonly FrozenSet<Operation> Told =
        [MailboxOperations.Absence, MailboxOperations.Settings, MailboxOperations.List, LicenceOperations.Release, LicenceOperations.Teams, LicenceOperations.Sharepoint, IncidentOperations.Security, IncidentOperations.Help];

    // Shared as often as not: the words must say "mine".
    private static readonly FrozenSet<Operation> Shared = [IncidentOperations.Print, IncidentOperations.Network, RestoreOperations.File, MailboxOperations.Redirect, RestoreOperations.Plan];

    // Told by somebody else nearly always.
    private static readonly FrozenSet<Operation> Others =
    [
        LicenceOperations.Arrival, LicenceOperations.Departure, LicenceOperations.Purchase, MailboxOperations.Create, MailboxOperations.Close, MailboxOperations.ConvertShared,
        PhoneOperations.Prepare, PhoneOperations.Return,
    ];

    private static readonly FrozenSet<string> Possessives = Set("mon ma mes my mine");
    private static readonly FrozenSet<string> FirstPerson = Set("je j me m moi i jai g chui jsuis chuis jarrive jpeux jveux jvois jsais jtrouve jfais jcomprends jme jpense");
    private static readonly FrozenSet<string> Group = Set("notre nos our everyone everybody");

    private static readonly FrozenSet<string> Trainees = Set("equipe collaborateurs collaboratrices participants participantes conducteurs personnes salaries ils certains agents secretaires utilisateurs mes");
    private static readonly FrozenSet<string> Many = Set("equipe postes collegue collegues on tous toute personnes utilisateurs bureaux clients patients logiciel programme badges commandes");

    private static readonly FrozenSet<string> SharedPlaces = Set("sharepoint serveur commun commune partage partagee reseau teams equipe lecteur service notre nos <path>");

    private static readonly FrozenSet<string> MyThings = Set(
        "pc ordinateur ordi portable poste excel word outlook powerpoint teams onedrive office telephone tel mobile iphone smartphone boite mail mails messagerie adresse compte licence session mot mdp ecran clavier souris imprimante fichier fichiers dossier dossiers document documents acces agenda calendrier contacts signature vpn corbeille brouillons badge classeur tableau bureau courriels courrier redirection renvoi laptop computer phone mailbox macbook files folder box chez");

    private static readonly FrozenSet<string> OwnThings = Set(
        "telephone tel portable mobile iphone smartphone appareil boite adresse mail mails messagerie compte licence depart nom phone mailbox account");

    /// <summary>Whether the words make it the sender's own matter.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="place">Where the request stands; null: everywhere.</param>
    /// <param name="isAlone">The message names nobody but its sender: then all of it tells whose matter it is.</param>
    public bool Speaks(Operation operation, RequestPlace? place, bool isAlone)
    {
        if (isAlone && !Others.Contains(operation) && !Shared.Contains(operation)) place = null;
        if (Others.Contains(operation)) return SpeaksOfOwn(OwnThings, place);
        if (Shared.Contains(operation)) return SpeaksOfOwn(MyThings, place) || (operation == RestoreOperations.File && Has(FirstPerson, place) && !Has(SharedPlaces, place));
        if (Told.Contains(operation)) return Has(Possessives, place) || Has(FirstPerson, place);
        if (Personal.Contains(operation)) return Has(Possessives, place) || Has(FirstPerson, place) || (place is null && !Has(Group, place));
        if (operation == LicenceOperations.Training) return Has(FirstPerson, place) && !Has(Group, place) && !Has(Trainees, place);
        if (operation == IncidentOperations.Software && place is null && !Has(Group, place) && !Has(Many, place)) return true;
        return Has(Possessives, place) || (Has(FirstPerson, place) && !Has(Group, place));
    }

    /// <summary>Whether a request's own words name a thing of the sender's: "ma licence".</summary>
    public bool SpeaksOfOwn(RequestPlace place) => SpeaksOfOwn(MyThings, place);

    /// <summary>Whether one person writes for themselves: "je", "mon".</summary>
    public bool IsToldByOne => Has(Possessives, null) || Has(FirstPerson, null);

    private bool Has(FrozenSet<string> words, RequestPlace? place)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
            if (words.Contains(text.Tokens[i].Word) && (place is null || place.IsOwn(i) || place.IsBeside(text.Tokens[i], i))) return true;
        return false;
    }

    private bool SpeaksOfOwn(FrozenSet<string> things, RequestPlace? place)
    {
        for (var i = 0; i + 1 < text.Tokens.Length; i++)
        {
            if (place is not null && !place.IsOwn(i) && !place.IsBeside(text.Tokens[i], i)) continue;
            if (Possessives.Contains(text.Tokens[i].Word) && (things.Contains(text.Tokens[i + 1].Word) || (i + 2 < text.Tokens.Length && things.Contains(text.Tokens[i + 2].Word)))) return true;
            if (text.Tokens[i + 1].Word is "moi" && text.Tokens[i + 1].Start == text.Tokens[i].Start + text.Tokens[i].Length + 1 && text.Raw[text.Tokens[i + 1].Start - 1] == '-') return true;
        }
        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
