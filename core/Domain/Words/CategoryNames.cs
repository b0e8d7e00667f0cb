using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Domain.Words;

/// <summary>What people read for a category: all that an unproven sender is told of the request.</summary>
public static class CategoryNames
{
    /// <summary>The category's name, a noun phrase in lower case.</summary>
    public static Label Name(this Category category) => category switch
    {
        Category.Mailbox => new("messagerie", "mail"),
        Category.Licence => new("comptes et licences Microsoft 365", "Microsoft 365 accounts and licences"),
        Category.Restore => new("sauvegarde et restauration", "backup and restore"),
        Category.Phone => new("téléphonie", "phones"),
        Category.Incident => new("assistance", "support"),
        Category.Other => new("autre demande", "other request"),
    };
}
