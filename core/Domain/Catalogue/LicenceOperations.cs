using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Catalogue;

/// <summary>Microsoft 365 accounts, rights and licences (Art. 14, 16, 17).</summary>
public static class LicenceOperations
{
    /// <summary>Arrival of an employee.</summary>
    public static Operation Arrival { get; } = new("licence.arrival", Category.Licence, new Label("arrivée d’un collaborateur", "arrival of an employee"))
    {
        Services = [Service.Microsoft365],
        Asker = Asker.Administrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.ReadyBy,
        Notice = TimeSpan.FromDays(7),
        Sensitive = true,
        NoticeOwedBy = new Article("16"),
        Needs = [Detail.Person],
        Articles = [new Article("14"), new Article("16")],
    };

    /// <summary>Departure of an employee.</summary>
    public static Operation Departure { get; } = new("licence.departure", Category.Licence, new Label("départ d’un collaborateur", "departure of an employee"))
    {
        Services = [Service.Microsoft365],
        Asker = Asker.Administrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.AppliedOn,
        Sensitive = true,
        Needs = [Detail.Person],
        Articles = [new Article("14")],
    };

    /// <summary>Assignment of a licence.</summary>
    public static Operation Assign { get; } = new("licence.assign", Category.Licence, new Label("attribution d’une licence", "assignment of a licence"))
    {
        Services = [Service.Microsoft365],
        Asker = Asker.Administrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.ReadyBy,
        Articles = [new Article("14"), new Article("17")],
    };

    /// <summary>Release of a licence.</summary>
    public static Operation Release { get; } = new("licence.release", Category.Licence, new Label("libération d’une licence", "release of a licence"))
    {
        Services = [Service.Microsoft365],
        Asker = Asker.Administrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.AppliedOn,
        Articles = [new Article("14"), new Article("17")],
    };

    /// <summary>Forgotten password or locked account.</summary>
    public static Operation Password { get; } = new("licence.password", Category.Licence, new Label("mot de passe oublié ou compte bloqué", "forgotten password or locked account"))
    {
        Services = [Service.Microsoft365],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Commitment,
        Sensitive = true,
        Articles = [new Article("16"), new Article("14")],
    };

    /// <summary>Purchase of licences.</summary>
    public static Operation Purchase { get; } = new("licence.purchase", Category.Licence, new Label("achat de licences", "purchase of licences"))
    {
        Services = [Service.Microsoft365],
        Asker = Asker.Administrator,
        Promise = Promise.Target,
        Articles = [new Article("17"), new Article("14")],
    };

    /// <summary>Teams membership.</summary>
    public static Operation Teams { get; } = new("licence.teams", Category.Licence, new Label("membres d’une équipe Teams", "Teams membership"))
    {
        Services = [Service.Microsoft365],
        Asker = Asker.Direction,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.ReadyBy,
        Articles = [new Article("14")],
    };

    /// <summary>Access rights to folders or sites.</summary>
    public static Operation Sharepoint { get; } = new("licence.sharepoint", Category.Licence, new Label("droits d’accès à des dossiers ou sites", "access rights to folders or sites"))
    {
        Services = [Service.Microsoft365, Service.Maintenance],
        Asker = Asker.Administrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.ReadyBy,
        Sensitive = true,
        Articles = [new Article("14")],
    };

    /// <summary>Installation of Office.</summary>
    public static Operation Install { get; } = new("licence.install", Category.Licence, new Label("installation d’Office", "installation of Office"))
    {
        Services = [Service.Microsoft365],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Commitment,
        EffectiveDate = EffectiveDate.ReadyBy,
        Articles = [new Article("14")],
    };

    /// <summary>Microsoft 365 training.</summary>
    public static Operation Training { get; } = new("licence.training", Category.Licence, new Label("formation Microsoft 365", "Microsoft 365 training"))
    {
        Services = [Service.Microsoft365],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Target,
        Articles = [new Article("14")],
    };
}
