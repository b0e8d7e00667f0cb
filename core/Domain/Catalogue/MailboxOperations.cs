using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Catalogue;

/// <summary>Mailboxes, addresses, absence messages and lists (Art. 11, 13, 14).</summary>
public static class MailboxOperations
{
    /// <summary>Creation of a mailbox.</summary>
    public static Operation Create { get; } = new("mailbox.create", Category.Mailbox, new Label("création d’une boîte mail", "creation of a mailbox"))
    {
        Services = [Service.Microsoft365, Service.Messaging],
        Asker = Asker.Administrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.ReadyBy,
        Sensitive = true,
        NoticeOwedBy = new Article("13"),
        Needs = [Detail.Mailbox],
        Articles = [new Article("11"), new Article("13"), new Article("14")],
    };

    /// <summary>Closing of a mailbox.</summary>
    public static Operation Close { get; } = new("mailbox.close", Category.Mailbox, new Label("fermeture d’une boîte mail", "closing of a mailbox"))
    {
        Services = [Service.Microsoft365, Service.Messaging],
        Asker = Asker.Administrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.AppliedOn,
        Sensitive = true,
        NoticeOwedBy = new Article("13"),
        Needs = [Detail.Mailbox],
        Articles = [new Article("11"), new Article("13"), new Article("14")],
    };

    /// <summary>Conversion into a shared mailbox.</summary>
    public static Operation ConvertShared { get; } = new("mailbox.convert-shared", Category.Mailbox, new Label("conversion en boîte partagée", "conversion into a shared mailbox"))
    {
        Services = [Service.Microsoft365],
        Asker = Asker.Administrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.AppliedOn,
        Sensitive = true,
        NoticeOwedBy = new Article("13"),
        Needs = [Detail.Mailbox],
        Articles = [new Article("14"), new Article("13")],
    };

    /// <summary>Mail redirection.</summary>
    public static Operation Redirect { get; } = new("mailbox.redirect", Category.Mailbox, new Label("redirection de messages", "mail redirection"))
    {
        Services = [Service.Microsoft365, Service.Messaging],
        Asker = Asker.Administrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.ReadyBy,
        Sensitive = true,
        NoticeOwedBy = new Article("13"),
        Needs = [Detail.Mailbox],
        Articles = [new Article("11"), new Article("13"), new Article("14")],
    };

    /// <summary>Absence message.</summary>
    public static Operation Absence { get; } = new("mailbox.absence", Category.Mailbox, new Label("message d’absence", "absence message"))
    {
        Services = [Service.Microsoft365, Service.Messaging],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.ReadyBy,
        NoticeOwedBy = new Article("13"),
        Articles = [new Article("11"), new Article("13")],
    };

    /// <summary>Distribution list.</summary>
    public static Operation List { get; } = new("mailbox.list", Category.Mailbox, new Label("liste de distribution", "distribution list"))
    {
        Services = [Service.Microsoft365, Service.Messaging],
        Asker = Asker.Direction,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.ReadyBy,
        NoticeOwedBy = new Article("13"),
        Articles = [new Article("14"), new Article("13")],
    };

    /// <summary>Mailbox settings.</summary>
    public static Operation Settings { get; } = new("mailbox.settings", Category.Mailbox, new Label("réglage d’une boîte mail", "mailbox settings"))
    {
        Services = [Service.Microsoft365, Service.Messaging],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.ReadyBy,
        Sensitive = true,
        NoticeOwedBy = new Article("13"),
        Articles = [new Article("11"), new Article("13"), new Article("14")],
    };
}
