using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Host.Operations;

/// <summary>What people and programs read of a host that only looks.</summary>
internal static class SafeModeWords
{
    /// <summary>The store cannot be read: what to do.</summary>
    public static readonly Label Damaged = new(
        "Mode sans échec : les données ne peuvent pas être lues. Rien n'est reçu, rien n'est envoyé, rien n'est modifié. Gardez les fichiers, restaurez une sauvegarde ou refaites le stockage (rebuild-from-spool), puis redémarrez.",
        "Safe mode: the data cannot be read. Nothing is taken in, nothing is sent, nothing is changed. Keep the files, restore a backup or make the store anew (rebuild-from-spool), then start again.");

    /// <summary>Somebody asked for it.</summary>
    public static readonly Label Asked = new(
        "Mode sans échec, demandé par le réglage SiOne:SafeMode : rien n'est reçu, rien n'est envoyé, rien n'est modifié. Vous voyez les données telles qu'elles étaient au démarrage.",
        "Safe mode, asked for by the setting SiOne:SafeMode: nothing is taken in, nothing is sent, nothing is changed. You see the data as it was at the start.");

    /// <summary>Something would have been changed.</summary>
    public static readonly Label Refused = new(
        "Mode sans échec : rien n'est reçu ni modifié pour le moment.",
        "Safe mode: nothing is taken in or changed for now.");
}
