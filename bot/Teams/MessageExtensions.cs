using System.Text.Json;
using System.Text.Json.Nodes;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Teams;

/// <summary>The customers' message extension: a request out of a message, and a search of one's requests.</summary>
/// <param name="requests">What may be read.</param>
internal sealed class MessageExtensions(ReadableRequests requests)
{
    private const string TextField = "text";
    private const int MaxText = 4_000;
    private const int MostFound = 10;

    /// <summary>The form with the message's words, to be corrected and sent.</summary>
    public static InvokeResponse Form(Activity activity, TeamsPerson person)
    {
        var payload = activity.Value?.ValueKind is JsonValueKind.Object && activity.Value.Value.TryGetProperty("messagePayload", out var found) ? found : default;
        var html = payload.ValueKind is JsonValueKind.Object && payload.TryGetProperty("body", out var body) && body.ValueKind is JsonValueKind.Object
            && body.TryGetProperty("content", out var content) && content.ValueKind is JsonValueKind.String ? content.GetString()! : "";
        var text = ActivityText.Of(new Activity { Text = html });
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = new JsonArray(new JsonObject
            {
                ["type"] = "Input.Text",
                ["id"] = TextField,
                ["isMultiline"] = true,
                ["isRequired"] = true,
                ["maxLength"] = MaxText,
                ["label"] = Say("Votre demande", "Your request", person.Language),
                ["errorMessage"] = Say("Écrivez ce dont vous avez besoin.", "Write what you need.", person.Language),
                ["value"] = text.Length <= MaxText ? text : text[..MaxText],
            }),
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Submit", ["title"] = Say("Envoyer la demande", "Send the request", person.Language) }),
        };
        return Answer(new JsonObject
        {
            ["task"] = new JsonObject
            {
                ["type"] = "continue",
                ["value"] = new JsonObject
                {
                    ["title"] = Say("Nouvelle demande", "New request", person.Language),
                    ["height"] = "medium",
                    ["width"] = "medium",
                    ["card"] = new JsonObject { ["contentType"] = Attachment.AdaptiveCard, ["content"] = card },
                },
            },
        });
    }

    /// <summary>What the form brought: hostile text, cut to its length; empty when nothing was written.</summary>
    public static string TextOf(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("data", out var data) && data.ValueKind is JsonValueKind.Object
        && data.TryGetProperty(TextField, out var text) && text.ValueKind is JsonValueKind.String && text.GetString()!.Trim() is var words
            ? words.Length <= MaxText ? words : words[..MaxText]
            : "";

    /// <summary>The form is taken: the answer comes in the chat with the bot.</summary>
    public static InvokeResponse Done(TeamsPerson person) => Answer(new JsonObject
    {
        ["task"] = new JsonObject
        {
            ["type"] = "message",
            ["value"] = Say("C'est noté. La suite vous attend dans la conversation avec l'application.", "Noted. What happens next is in the chat with the app.", person.Language),
        },
    });

    /// <summary>One's own requests that fit what was typed.</summary>
    public async Task<InvokeResponse> SearchAsync(Activity activity, TeamsPerson person, CancellationToken cancellationToken)
    {
        var wanted = CustomerCommand.Plain(Typed(activity));
        var found = (await requests.MineAsync(person, cancellationToken)).Select(read => read.Standing.Line()).OfType<WordedRequest>()
            .Where(line => wanted.Length == 0 || CustomerCommand.Plain($"{line.Reference} {line.Title} {line.Status}").Contains(wanted, StringComparison.Ordinal))
            .Take(MostFound);
        return List(found.Select(line => (line.Reference, $"{line.Title} · {line.Status}",
            CustomerCards.StatusList(new StatusListView(person.Language, [StatusLine.Of(line, show: null)])))));
    }

    /// <summary>A list of cards, each with a line to choose it by.</summary>
    internal static InvokeResponse List(IEnumerable<(string Title, string Text, Cards.Model.AdaptiveCard Card)> found) => Answer(new JsonObject
    {
        ["composeExtension"] = new JsonObject
        {
            ["type"] = "result",
            ["attachmentLayout"] = "list",
            ["attachments"] = new JsonArray([.. found.Select(line => new JsonObject
            {
                ["contentType"] = Attachment.AdaptiveCard,
                ["content"] = JsonNode.Parse(Cards.Model.CardJson.Write(line.Card)),
                ["preview"] = new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.thumbnail",
                    ["content"] = new JsonObject { ["title"] = line.Title, ["text"] = line.Text },
                },
            })]),
        },
    });

    /// <summary>What was typed into the search; empty when it has just been opened.</summary>
    internal static string Typed(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || !value.TryGetProperty("parameters", out var parameters) || parameters.ValueKind is not JsonValueKind.Array) return "";
        foreach (var parameter in parameters.EnumerateArray())
            if (parameter.ValueKind is JsonValueKind.Object && parameter.TryGetProperty("name", out var name) && name.ValueEquals(TextField)
                && parameter.TryGetProperty("value", out var typed) && typed.ValueKind is JsonValueKind.String)
                return typed.GetString()! is { Length: <= 100 } text ? text : "";
        return "";
    }

    private static string Say(string french, string english, Language language) => Typography.Set(new Label(french, english), language);

    private static InvokeResponse Answer(JsonObject body) => new(StatusCodes.Status200OK, JsonSerializer.SerializeToElement(body));
}
