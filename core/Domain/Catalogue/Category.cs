namespace SiOne.Bot.Domain.Catalogue;

/// <summary>The six kinds of request; the identifiers that people and files see are in <see cref="CategoryExtensions.Id"/>.</summary>
public enum Category
{
    /// <summary>Mailboxes, addresses, lists (Art. 11, 13, 14).</summary>
    Mailbox,

    /// <summary>Microsoft 365 accounts, rights and licences (Art. 14, 16, 17).</summary>
    Licence,

    /// <summary>Restores and backup plans (Art. 18 to 22).</summary>
    Restore,

    /// <summary>Company phones (Art. 8).</summary>
    Phone,

    /// <summary>Faults of equipment, software and network (Art. 8, 8.1).</summary>
    Incident,

    /// <summary>Quotes, visits, contract, data rights, and no request at all.</summary>
    Other,
}

/// <summary>The stable identifier of a category, as files and the command line write it.</summary>
public static class CategoryExtensions
{
    /// <summary>The identifier, for example <c>mailbox</c>.</summary>
    public static string Id(this Category category) => category switch
    {
        Category.Mailbox => "mailbox",
        Category.Licence => "licence",
        Category.Restore => "restore",
        Category.Phone => "phone",
        Category.Incident => "incident",
        Category.Other => "other",
    };
}
