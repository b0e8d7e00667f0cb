using System.Collections.Frozen;

namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>Words that people write with a capital and that name nobody: products, days, trade words; folded. What is missing here is taken for a name and not told.</summary>
internal static class KnownThings
{
    private static readonly FrozenSet<string> Words = (
        "access acrobat active adobe android anydesk apple authenticator autocad autodesk azure bitlocker bluetooth bose brother canon cegid chrome chromebook ciel citrix copilot defender dell directory "
        + "dropbox ebp edge entra epson excel exchange explorer facebook fedex firefox forms fortinet galaxy gmail google hewlett hotmail huawei hyperv icloud illustrator imac indesign instagram intune iphone ipad "
        + "java jabra kyocera lenovo lexmark linkedin linux logitech mac macbook microsoft motorola netgear notepad office onedrive onenote oneplus oracle outlook oppo packard pixel planner power powerpoint poweredge photoshop "
        + "project publisher quadra ricoh sage samsung salesforce sap server sharepoint skype solidworks sony spotify synology surface teams teamviewer thunderbird toshiba ubuntu veeam visio vmware vscode watchguard "
        + "whatsapp windows word wordpress xerox xiaomi yammer yealink youtube zebra zoom starlink sfr orange bouygues free sosh ovh gandi ionos "
        + "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre noel paques toussaint pentecote "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter "
        + "internet intranet extranet wifi ethernet bureau documents images telechargements downloads desktop pictures business premium basic standard enterprise professional pro plus famille family home "
        + "objet bonjour bonsoir salut merci cordialement urgent important attention info support informatique service direction comptabilite compta commercial technique accueil rh daf dsi atelier "
        + "re tr fwd secret masque numero personne societe lien adresse chemin fichier lieu mail france europe paris oui non ok svp stp "
        + "je tu il elle on nous vous ils elles le la les un une des ce cette ces mon ma mes notre nos votre vos pour pouvez pourriez peux est avez avons avec dans sur par depuis suite comme quand "
        + "the this that please could can would we our my your his her their i it they hello dear thanks")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word is one of them.</summary>
    public static bool Contains(string folded) => Words.Contains(folded);
}
