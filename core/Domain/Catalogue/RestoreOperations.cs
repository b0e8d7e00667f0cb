using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Catalogue;

/// <summary>Restores and backup plans (Art. 18 to 22).</summary>
public static class RestoreOperations
{
    /// <summary>Restore of files.</summary>
    public static Operation File { get; } = new("restore.file", Category.Restore, new Label("restauration de fichiers", "restore of files"))
    {
        Services = [Service.Backup, Service.Backup365],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Commitment,
        Articles = [new Article("22"), new Article("19")],
    };

    /// <summary>Restore of mail items.</summary>
    public static Operation Mailbox { get; } = new("restore.mailbox", Category.Restore, new Label("restauration d’éléments de messagerie", "restore of mail items"))
    {
        Services = [Service.Backup365, Service.Backup],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Commitment,
        Articles = [new Article("22"), new Article("19")],
    };

    /// <summary>Restore of a site or a team.</summary>
    public static Operation Site { get; } = new("restore.site", Category.Restore, new Label("restauration d’un site ou d’une équipe", "restore of a site or a team"))
    {
        Services = [Service.Backup365],
        Asker = Asker.Administrator,
        Promise = Promise.Commitment,
        Sensitive = true,
        Articles = [new Article("22"), new Article("19")],
    };

    /// <summary>Change of the backup plan.</summary>
    public static Operation Plan { get; } = new("restore.plan", Category.Restore, new Label("modification du plan de sauvegarde", "change of the backup plan"))
    {
        Services = [Service.Backup, Service.Backup365],
        Asker = Asker.Administrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.ReadyBy,
        Articles = [new Article("22"), new Article("19")],
    };
}
