using System.Collections.Frozen;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>Words, folded, that may bear a capital inside a sentence without being somebody's name; and titles, after which somebody's name stands.</summary>
internal static class CapitalWords
{
    /// <summary>Products, days, months, shouted words, departments: no names.</summary>
    public static FrozenSet<string> Things { get; } = Set(
        """
        outlook microsoft office teams sharepoint onedrive exchange windows word excel powerpoint publisher access visio project planner power bi copilot loop
        forms onenote viva yammer entra intune defender azure authenticator bitlocker business premium standard basic apps app chrome edge firefox thunderbird
        google gmail android apple iphone ipad mac macbook samsung galaxy pixel huawei xiaomi crosscall dell lenovo epson brother ricoh kyocera xerox adobe acrobat
        photoshop autocad solidworks sage ebp cegid anydesk teamviewer whatsapp zoom meet docusign wifi bluetooth internet web vpn pc usb pdf nas rh dsi daf pdg tv
        it ip dns imap smtp pop erp crm cse sav rdv svp stp ps fyi asap ok ko qr sms mms pin puk imei sim rgpd dpo mfa ssd ram hdmi adsl ged bios lan wan voip sip
        ssl msi cdd cdi bts hp id sos up tpe ups
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
        urgent urgence important merci pas plus tous toute tout rien tres jamais non oui avant aujourd hui demain immediatement i
        bonjour bonsoir salut hello hi hey madame monsieur messieurs mesdames m mm mme mmes mlle mr mrs ms me dr cher chere
        direction service comptabilite compta commercial commerciale commerciaux technique accueil support administratif informatique qualite achats paie
        de du des la le les l d et en un une a au aux
        """);

    /// <summary>What stands before somebody's name.</summary>
    public static FrozenSet<string> Titles { get; } = Set("m mm mme mmes mlle mr mrs ms me dr monsieur madame mademoiselle docteur maitre abbe");

    /// <summary>Small words that stand after a title and are no name: "Madame la directrice", "monsieur est absent".</summary>
    public static FrozenSet<string> Small { get; } = Set("de du des la le les l d et en un une a au aux ou ne n se s y je j vous nous est sera qui que qu me m madame monsieur");

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
