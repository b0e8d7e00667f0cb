using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Catalogue;

/// <summary>Faults of equipment, software and network (Art. 8, 8.1).</summary>
public static class IncidentOperations
{
    /// <summary>Hardware fault.</summary>
    public static Operation Hardware { get; } = new("incident.hardware", Category.Incident, new Label("panne de matériel", "hardware fault"))
    {
        Services = [Service.Maintenance],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Target,
        Intervention = true,
        Articles = [new Article("8")],
    };

    /// <summary>Software problem.</summary>
    public static Operation Software { get; } = new("incident.software", Category.Incident, new Label("problème de logiciel", "software problem"))
    {
        Services = [Service.Maintenance],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Target,
        Intervention = true,
        Articles = [new Article("8"), new Article("8.1")],
    };

    /// <summary>Network problem.</summary>
    public static Operation Network { get; } = new("incident.network", Category.Incident, new Label("problème de réseau", "network problem"))
    {
        Services = [Service.Maintenance],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Target,
        Intervention = true,
        Articles = [new Article("8"), new Article("8.1")],
    };

    /// <summary>Security incident.</summary>
    public static Operation Security { get; } = new("incident.security", Category.Incident, new Label("incident de sécurité", "security incident"))
    {
        Services = [Service.Maintenance],
        Asker = Asker.Anyone,
        Promise = Promise.Target,
        Emergency = true,
        Intervention = true,
        Articles = [new Article("8")],
    };

    /// <summary>Printing problem.</summary>
    public static Operation Print { get; } = new("incident.print", Category.Incident, new Label("problème d’impression", "printing problem"))
    {
        Services = [Service.Maintenance],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Target,
        Intervention = true,
        Articles = [new Article("8"), new Article("8.1")],
    };

    /// <summary>Help with everyday use.</summary>
    public static Operation Help { get; } = new("incident.help", Category.Incident, new Label("aide à l’utilisation", "help with everyday use"))
    {
        Services = [Service.Maintenance],
        Asker = Asker.SelfOrAdministrator,
        Promise = Promise.Target,
        Intervention = true,
        Articles = [new Article("8")],
    };
}
