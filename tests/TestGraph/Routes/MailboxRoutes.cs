using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>A mailbox's absence message and its rules. A user has a mailbox by a licence with Exchange, or as a shared one.</summary>
internal static class MailboxRoutes
{
    private const string Rules = "messageRules";
    private static readonly string[] WritableRule = ["actions", "conditions", "displayName", "exceptions", "isEnabled", "sequence"];
    private static readonly string[] WritableSettings = ["automaticRepliesSetting", "timeZone", "dateFormat", "timeFormat", "language", "workingHours", "delegateMeetingMessageDeliveryOptions"];

    public static Route[] All { get; } =
    [
        new("GET", "users/{user}/mailboxSettings", Permissions.ReadMailbox, "user-get-mailboxsettings", call => new GraphAnswer(HttpStatusCode.OK, Settings(Mailbox(call)).DeepClone())),
        new("PATCH", "users/{user}/mailboxSettings", Permissions.WriteMailbox, "user-update-mailboxsettings", Change),
        new("GET", "users/{user}/mailFolders/inbox/messageRules", Permissions.ReadMailbox, "mailfolder-list-messagerules", call => call.Many(Mailbox(call).PartsOf(Rules))),
        new("GET", "users/{user}/mailFolders/inbox/messageRules/{rule}", Permissions.ReadMailbox, "messagerule-get", call => call.One(Rule(call))),
        new("POST", "users/{user}/mailFolders/inbox/messageRules", Permissions.WriteMailbox, "mailfolder-post-messagerules", AddRule),
        new("DELETE", "users/{user}/mailFolders/inbox/messageRules/{rule}", Permissions.WriteMailbox, "messagerule-delete", DropRule),
    ];

    /// <summary>Whether there is a mailbox.</summary>
    public static bool HasMailbox(TenantState state, GraphObject user) =>
        user.Is("_sharedMailbox") || Licensing.HasService(state, user, "EXCHANGE_S_STANDARD") || Licensing.HasService(state, user, "EXCHANGE_S_ENTERPRISE");

    private static GraphObject Mailbox(RouteContext call)
    {
        var user = call.User;
        if (!HasMailbox(call.State, user))
            throw new GraphRefusalException(HttpStatusCode.NotFound, "MailboxNotEnabledForRESTAPI", "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
        return user;
    }

    private static JsonObject Settings(GraphObject user)
    {
        if (user.Values["_mailboxSettings"] is JsonObject settings) return settings;
        var nobody = new JsonObject { ["dateTime"] = "2026-01-01T00:00:00.0000000", ["timeZone"] = "UTC" };
        var made = new JsonObject
        {
            ["userPurpose"] = user.Is("_sharedMailbox") ? "shared" : "user",
            ["timeZone"] = "Romance Standard Time",
            ["automaticRepliesSetting"] = new JsonObject
            {
                ["status"] = "disabled",
                ["externalAudience"] = "all",
                ["internalReplyMessage"] = "",
                ["externalReplyMessage"] = "",
                ["scheduledStartDateTime"] = nobody.DeepClone(),
                ["scheduledEndDateTime"] = nobody,
            },
        };
        user.Values["_mailboxSettings"] = made;
        return made;
    }

    private static GraphAnswer Change(RouteContext call)
    {
        var user = Mailbox(call);
        var body = call.Body("mailboxSettings", WritableSettings);
        var settings = Settings(user);
        foreach (var (name, value) in body.Where(property => !property.Key.Contains('@', StringComparison.Ordinal)))
        {
            if (name != "automaticRepliesSetting") settings[name] = value?.DeepClone();
            else MergeReplies(settings["automaticRepliesSetting"]!.AsObject(), value as JsonObject);
        }

        return new GraphAnswer(HttpStatusCode.OK, settings.DeepClone());
    }

    // What is not sent stays as it is.
    private static void MergeReplies(JsonObject replies, JsonObject? sent)
    {
        var merged = (JsonObject)replies.DeepClone();
        foreach (var (name, value) in sent ?? []) if (!name.Contains('@', StringComparison.Ordinal)) merged[name] = value?.DeepClone();
        var isScheduled = string.Equals((string?)merged["status"], "scheduled", StringComparison.OrdinalIgnoreCase);
        if (isScheduled && End(merged["scheduledStartDateTime"]) >= End(merged["scheduledEndDateTime"]))
            throw new GraphRefusalException(HttpStatusCode.BadRequest, "ErrorInvalidParameter", "The end of the automatic replies must be later than their start.");
        foreach (var (name, value) in merged.ToList()) replies[name] = value?.DeepClone();
    }

    private static DateTime End(JsonNode? moment) => DateTime.TryParse((string?)moment?["dateTime"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : DateTime.MinValue;

    private static GraphAnswer AddRule(RouteContext call)
    {
        var user = Mailbox(call);
        var body = call.Body("messageRule", WritableRule);
        if (Array.Find(["displayName", "sequence", "actions"], name => body[name] is null) is { } missing)
            throw new GraphRefusalException(HttpStatusCode.BadRequest, "ErrorInvalidArgument", $"The property {missing} is required for creating a rule.");
        var rule = new GraphObject("messageRule", $"AQAA{Guid.NewGuid():N}", (JsonObject)body.DeepClone());
        rule.Values["isEnabled"] ??= true;
        rule.Values["hasError"] = false;
        rule.Values["isReadOnly"] = false;
        user.PartsOf(Rules).Add(rule);
        call.Target = rule.Id;
        return call.One(rule, HttpStatusCode.Created);
    }

    private static GraphObject Rule(RouteContext call) => Mailbox(call).PartsOf(Rules).Find(rule => rule.Id == call.Keys["rule"])
        ?? throw new GraphRefusalException(HttpStatusCode.NotFound, "ErrorItemNotFound", "The specified object was not found in the store.");

    private static GraphAnswer DropRule(RouteContext call)
    {
        var rule = Rule(call);
        Mailbox(call).PartsOf(Rules).Remove(rule);
        call.Target = rule.Id;
        return GraphAnswer.NoContent;
    }
}
