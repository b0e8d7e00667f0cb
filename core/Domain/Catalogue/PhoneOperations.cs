using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Catalogue;

/// <summary>Company phones (Art. 8).</summary>
public static class PhoneOperations
{
    /// <summary>Lost or stolen phone.</summary>
    public static Operation Lost { get; } = new("phone.lost", Category.Phone, new Label("téléphone perdu ou volé", "lost or stolen phone"))
    {
        Services = [Service.Phones],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Target,
        Sensitive = true,
        Emergency = true,
        Articles = [new Article("8")],
    };

    /// <summary>Preparation of a phone.</summary>
    public static Operation Prepare { get; } = new("phone.prepare", Category.Phone, new Label("préparation d’un téléphone", "preparation of a phone"))
    {
        Services = [Service.Phones],
        Asker = Asker.Administrator,
        Promise = Promise.Target,
        EffectiveDate = EffectiveDate.ReadyBy,
        Articles = [new Article("8")],
    };

    /// <summary>Return of a phone.</summary>
    public static Operation Return { get; } = new("phone.return", Category.Phone, new Label("restitution d’un téléphone", "return of a phone"))
    {
        Services = [Service.Phones],
        Asker = Asker.Administrator,
        Promise = Promise.Target,
        EffectiveDate = EffectiveDate.AppliedOn,
        Articles = [new Article("8")],
    };

    /// <summary>Phone fault.</summary>
    public static Operation Fault { get; } = new("phone.fault", Category.Phone, new Label("panne de téléphone", "phone fault"))
    {
        Services = [Service.Phones],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Target,
        Intervention = true,
        Articles = [new Article("8")],
    };

    /// <summary>Repair of a phone.</summary>
    public static Operation Repair { get; } = new("phone.repair", Category.Phone, new Label("réparation d’un téléphone", "repair of a phone"))
    {
        Services = [Service.Phones],
        Asker = Asker.Administrator,
        Promise = Promise.Target,
        Articles = [new Article("8"), new Article("8.1")],
    };

    /// <summary>Phone settings.</summary>
    public static Operation Settings { get; } = new("phone.settings", Category.Phone, new Label("réglage d’un téléphone", "phone settings"))
    {
        Services = [Service.Phones],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Target,
        Articles = [new Article("8")],
    };

    /// <summary>Help with a phone.</summary>
    public static Operation Help { get; } = new("phone.help", Category.Phone, new Label("aide à l’utilisation d’un téléphone", "help with a phone"))
    {
        Services = [Service.Phones],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Target,
        Articles = [new Article("8")],
    };
}
