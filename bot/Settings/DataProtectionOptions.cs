namespace SiOne.Bot.Host.Settings;

/// <summary>
/// What the register of processing (RGPD IX) says beside settings and customer files. Nothing of it is made up: what is missing is printed as « à compléter »,
/// with its key.
/// </summary>
public sealed class DataProtectionOptions
{
    /// <summary>The processor's name as contracts bear it.</summary>
    public string? Processor { get; set; }

    /// <summary>The processor's postal address.</summary>
    public string? PostalAddress { get; set; }

    /// <summary>The name of SI-ONE's data protection officer (RGPD V, RGPD IX); without it the register and proposed notices leave a gap to fill in.</summary>
    public string? Officer { get; set; }

    /// <summary>Where people exercise their rights (Art. 25: dpo@): requests about them and proposed breach notices go there. Without it technicians alone are told.</summary>
    public string? Address { get; set; }

    /// <summary>
    /// Who reads on the technicians' page what people ask about their data (Art. 25): object ids in Entra ID, parted by commas, of people who may enter by
    /// <c>SiOne:SignIn</c>. Nobody else does once an address or a reader is set.
    /// </summary>
    public string? Readers { get; set; }

    /// <summary>Who hosts this machine, and in which country: <c>NAME, COUNTRY</c>. "aucun" where it is the processor's own.</summary>
    public string? Hosting { get; set; }

    /// <summary>Who carries the mails, and in which country: <c>NAME, COUNTRY</c>.</summary>
    public string? MailRelay { get; set; }

    /// <summary>Who carries the chats where Teams is on, and in which country: <c>NAME, COUNTRY</c>.</summary>
    public string? BotChannel { get; set; }

    /// <summary>The country of the language model's provider, where one is set.</summary>
    public string? LanguageModelCountry { get; set; }

    /// <summary>Transfers outside the European Union, with country and safeguards (RGPD IX); "aucun" where there are none.</summary>
    public string? Transfers { get; set; }
}
