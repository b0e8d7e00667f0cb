using System.Text.Json;

namespace SiOne.Bot.Host.Connector;

/// <summary>What a turn answers; the HTTP response to the activity.</summary>
/// <param name="Status">The HTTP status: 200 whenever our code ran.</param>
/// <param name="Body">The body, or none.</param>
public sealed record InvokeResponse(int Status, JsonElement? Body = null)
{
    /// <summary>Taken, nothing to show.</summary>
    public static InvokeResponse Empty { get; } = new(StatusCodes.Status200OK);

    /// <summary>An invoke that is not ours.</summary>
    public static InvokeResponse NotImplemented { get; } = new(StatusCodes.Status501NotImplemented);
}

/// <summary>The answer to a click on a card (<c>adaptiveCard/action</c>). Its own status travels inside the body of a 200.</summary>
/// <param name="StatusCode">200, or 400, 412 and 500 with an error.</param>
/// <param name="Type">The media type of the value.</param>
/// <param name="Value">A card, a sentence, or an error.</param>
public sealed record AdaptiveCardInvokeResponse(int StatusCode, string Type, JsonElement Value)
{
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";
    private const string PreconditionType = "application/vnd.microsoft.error.preconditionFailed";

    /// <summary>This card takes the place of the clicked one, for the person who clicked.</summary>
    public static AdaptiveCardInvokeResponse Card(JsonElement card) => new(StatusCodes.Status200OK, Attachment.AdaptiveCard, card);

    /// <summary>A sentence shown below the card.</summary>
    public static AdaptiveCardInvokeResponse Message(string sentence) =>
        new(StatusCodes.Status200OK, MessageType, JsonSerializer.SerializeToElement(sentence, ConnectorJson.Default.String));

    /// <summary>The click cannot be taken; the sentence is shown below the card.</summary>
    public static AdaptiveCardInvokeResponse BadRequest(string sentence) => Error(StatusCodes.Status400BadRequest, ErrorType, "BadRequest", sentence);

    /// <summary>The card is stale.</summary>
    public static AdaptiveCardInvokeResponse PreconditionFailed(string sentence) =>
        Error(StatusCodes.Status412PreconditionFailed, PreconditionType, "PreconditionFailed", sentence);

    /// <summary>Something of ours failed.</summary>
    public static AdaptiveCardInvokeResponse InternalError(string sentence) =>
        Error(StatusCodes.Status500InternalServerError, ErrorType, "InternalServerError", sentence);

    /// <summary>As the turn's answer.</summary>
    public InvokeResponse ToInvokeResponse() =>
        new(StatusCodes.Status200OK, JsonSerializer.SerializeToElement(this, ConnectorJson.Default.AdaptiveCardInvokeResponse));

    private static AdaptiveCardInvokeResponse Error(int status, string type, string code, string sentence) =>
        new(status, type, JsonSerializer.SerializeToElement(new InvokeError(code, sentence), ConnectorJson.Default.InvokeError));
}

/// <summary>Why a click cannot be taken.</summary>
/// <param name="Code">For machines.</param>
/// <param name="Message">For people.</param>
public sealed record InvokeError(string Code, string Message);
