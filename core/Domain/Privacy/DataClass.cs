using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>The kinds of personal data that the product holds: one table for what is exported, erased, kept how long, and registered (RGPD IX).</summary>
public enum DataClass
{
    /// <summary>Messages as they came in, headers, quoted texts and parts included.</summary>
    RawMessages,

    /// <summary>Messages that could not be read, as they came in.</summary>
    QuarantinedMessages,

    /// <summary>What people newly wrote, and who they are.</summary>
    MessageTexts,

    /// <summary>The same of messages that asked for nothing, or came from nobody known.</summary>
    StrangerTexts,

    /// <summary>What a request says of people, and what was written about it since.</summary>
    RequestTexts,

    /// <summary>Plans for a tenant, and what an undo would bring back.</summary>
    Plans,

    /// <summary>What technicians corrected, redacted.</summary>
    Corrections,

    /// <summary>Answers, notices and alerts, and to whom they go.</summary>
    OutgoingWords,

    /// <summary>The same as mails, as they left.</summary>
    FrozenMails,

    /// <summary>Files that were attached in a chat.</summary>
    AttachedFiles,

    /// <summary>Where people are reached in a chat.</summary>
    Chats,

    /// <summary>Cards that stand in chats.</summary>
    Cards,

    /// <summary>Every version of the customer files that was in force.</summary>
    CustomerVersions,

    /// <summary>What backup products told of their runs: jobs and instants.</summary>
    BackupRuns,

    /// <summary>Technicians' sessions on the local page.</summary>
    Sessions,

    /// <summary>Journals of requests, the ledger, and the operators' journal: keys, codes and instants.</summary>
    Journals,

    /// <summary>What stands under no other heading.</summary>
    Others,
}

/// <summary>What people read of classes of data.</summary>
public static class DataClassWords
{
    /// <summary>The name of a class, in small letters.</summary>
    public static Label Name(this DataClass data) => data switch
    {
        DataClass.RawMessages => new("messages bruts", "raw messages"),
        DataClass.QuarantinedMessages => new("messages illisibles (quarantaine)", "unreadable messages (quarantine)"),
        DataClass.MessageTexts => new("textes des messages", "texts of messages"),
        DataClass.StrangerTexts => new("textes des messages sans suite", "texts of messages that led to nothing"),
        DataClass.RequestTexts => new("détails et échanges des demandes", "details and words of requests"),
        DataClass.Plans => new("plans d'exécution", "plans"),
        DataClass.Corrections => new("corrections expurgées", "redacted corrections"),
        DataClass.OutgoingWords => new("textes des réponses", "words of answers"),
        DataClass.FrozenMails => new("mails envoyés", "mails as sent"),
        DataClass.AttachedFiles => new("fichiers joints", "attached files"),
        DataClass.Chats => new("conversations Teams (adresses techniques)", "chats (where people are reached)"),
        DataClass.Cards => new("cartes Teams", "cards"),
        DataClass.CustomerVersions => new("versions archivées du fichier client", "archived versions of the customer file"),
        DataClass.BackupRuns => new("résultats des sauvegardes", "results of backups"),
        DataClass.Sessions => new("sessions des techniciens", "technicians' sessions"),
        DataClass.Journals => new("journaux", "journals"),
        DataClass.Others => new("autres textes", "other texts"),
    };
}
