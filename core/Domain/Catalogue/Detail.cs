namespace SiOne.Bot.Domain.Catalogue;

/// <summary>What a customer has to say before an operation can be done (Art. 13: "indications précises"; RGPD I).</summary>
public enum Detail
{
    /// <summary>The full name, or the address, of the person concerned.</summary>
    Person,

    /// <summary>The exact address of the mailbox, or the name of whose it is.</summary>
    Mailbox,
}
