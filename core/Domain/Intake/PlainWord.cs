namespace SiOne.Bot.Domain.Intake;

/// <summary>A message that says one thing and nothing else, out of a closed list; whatever says more is for a person to read.</summary>
public enum PlainWord
{
    /// <summary>"D'accord", "je confirme", "ok pour moi".</summary>
    Yes,

    /// <summary>"Non", "je refuse".</summary>
    No,

    /// <summary>"Annulez ma demande", "finalement non merci, laissez tomber".</summary>
    Withdraw,

    /// <summary>"Ça ne marche toujours pas".</summary>
    StillBroken,

    /// <summary>"Merci, c'est réglé".</summary>
    Settled,
}
