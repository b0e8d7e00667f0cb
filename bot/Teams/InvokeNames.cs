namespace SiOne.Bot.Host.Teams;

/// <summary>The invokes that are answered; all others are answered 501.</summary>
internal static class InvokeNames
{
    /// <summary>A click on a card.</summary>
    public const string CardAction = "adaptiveCard/action";

    /// <summary>The message extension's search.</summary>
    public const string Query = "composeExtension/query";

    /// <summary>The message extension's form for a request out of a message.</summary>
    public const string FetchTask = "composeExtension/fetchTask";

    /// <summary>That form, sent.</summary>
    public const string SubmitAction = "composeExtension/submitAction";
}
