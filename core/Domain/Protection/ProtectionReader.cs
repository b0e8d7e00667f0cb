namespace SiOne.Bot.Domain.Protection;

/// <summary>Who at a customer's reads what concerns personal data. Written in journals.</summary>
public enum ProtectionReader
{
    /// <summary>The data protection officer or representative of the customer file (RGPD V, XI).</summary>
    Contact,

    /// <summary>Its direction, where the file names no contact.</summary>
    Direction,

    /// <summary>Its administrators, where it lists no direction either, or where they come first.</summary>
    Administrators,
}
