namespace SiOne.Bot.Manifest;

/// <summary>The two Teams apps. Each has a bot, an identity and a package of its own, so that a customer's tenant never holds the technicians' one.</summary>
public enum TeamsApp
{
    /// <summary>For the customers' employees: personal chat.</summary>
    Customers,

    /// <summary>For SI-ONE's technicians: their team's channel and personal chat.</summary>
    Technicians,
}
