namespace SiOne.Bot.Cards.Layout;

/// <summary>What is left out of a card that would be too large; each step includes those before it.</summary>
internal enum Cut
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>What has happened so far.</summary>
    History,

    /// <summary>What only informs.</summary>
    Notes,

    /// <summary>What the customer wrote.</summary>
    Excerpt,

    /// <summary>All but what names the request, says where it stands, and can be done about it; lists are short.</summary>
    Most,
}
