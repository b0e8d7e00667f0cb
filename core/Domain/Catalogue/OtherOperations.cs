using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Catalogue;

/// <summary>Quotes, visits, contract, data rights, and no request at all.</summary>
public static class OtherOperations
{
    /// <summary>Request for a quote.</summary>
    public static Operation Quote { get; } = new("other.quote", Category.Other, new Label("demande de devis", "request for a quote"))
    {
        Asker = Asker.Administrator,
        Promise = Promise.Target,
        Articles = [new Article("8.1"), new Article("1")],
    };

    /// <summary>Planned visit.</summary>
    public static Operation Intervention { get; } = new("other.intervention", Category.Other, new Label("intervention planifiée", "planned visit"))
    {
        Services = [Service.Maintenance, Service.ManagedServices],
        Asker = Asker.Administrator,
        Promise = Promise.Target,
        Intervention = true,
        Articles = [new Article("XIV 2"), new Article("8")],
    };

    /// <summary>Personal data rights.</summary>
    public static Operation DataRights { get; } = new("other.data-rights", Category.Other, new Label("exercice de droits sur des données personnelles", "personal data rights"))
    {
        Asker = Asker.Anyone,
        Promise = Promise.Target,
        Sensitive = true,
        Articles = [new Article("25")],
    };

    /// <summary>Contract or billing question.</summary>
    public static Operation Contract { get; } = new("other.contract", Category.Other, new Label("question de contrat ou de facturation", "contract or billing question"))
    {
        Asker = Asker.Administrator,
        Promise = Promise.Target,
        Articles = [new Article("4"), new Article("2"), new Article("6")],
    };

    /// <summary>Message without a request.</summary>
    public static Operation None { get; } = new("other.none", Category.Other, new Label("message sans demande", "message without a request"))
    {
        Asker = Asker.Anyone,
        Promise = Promise.None,
        IsRequest = false,
        Articles = [new Article("3")],
    };
}
