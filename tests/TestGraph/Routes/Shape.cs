using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Metadata;
using SiOne.Bot.TestGraph.Query;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>Objects as Graph writes them: the properties asked for, else the usual ones.</summary>
internal static class Shape
{
    private const string Context = "https://graph.microsoft.com/v1.0/$metadata#";

    // https://learn.microsoft.com/graph/api/resources/user: what comes without $select.
    private static readonly string[] UsualOfUser =
        ["businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname", "userPrincipalName"];

    // https://learn.microsoft.com/graph/api/resources/group: what comes only with $select.
    private static readonly string[] UnusualOfGroup =
    [
        "accessType", "allowExternalSenders", "assignedLicenses", "autoSubscribeNewMembers", "hasMembersWithLicenseErrors", "hideFromAddressLists",
        "hideFromOutlookClients", "isArchived", "isManagementRestricted", "isSubscribedByMail", "unseenCount",
    ];

    /// <summary>One object with its context.</summary>
    public static JsonObject One(GraphObject item, GraphType type, QueryOptions? options, TenantState state)
    {
        var shaped = new JsonObject { ["@odata.context"] = $"{Context}{type.Name}s/$entity" };
        Fill(shaped, item, type, options, state);
        return shaped;
    }

    /// <summary>A page with its context, and where the next one is.</summary>
    public static JsonObject Many(IEnumerable<GraphObject> items, GraphType type, QueryOptions options, RouteContext context)
    {
        var found = Matching(items, options, context.Request, type).ToList();
        var page = new JsonObject { ["@odata.context"] = $"{Context}{type.Name}s" };
        if (options.IsCounted) page["@odata.count"] = found.Count;
        var shaped = new JsonArray();
        foreach (var item in found.Skip(options.Skip).Take(options.Top))
        {
            var own = GraphMetadata.Current.Type(item.Type);
            var one = new JsonObject();
            if (own.Name != type.Name) one["@odata.type"] = $"#microsoft.graph.{own.Name}";
            Fill(one, item, own, options, context.State);
            shaped.Add(one);
        }

        var next = options.Skip + options.Top;
        if (next < found.Count) page["@odata.nextLink"] = NextLink(context.Request, options, next);
        page["value"] = shaped;
        return page;
    }

    private static IEnumerable<GraphObject> Matching(IEnumerable<GraphObject> items, QueryOptions options, GraphRequest request, GraphType type)
    {
        var isEventual = string.Equals(request.Header("ConsistencyLevel"), "eventual", StringComparison.OrdinalIgnoreCase);
        if (options.Filter is { } filter)
        {
            if (filter.IsAdvanced && type.Is("directoryObject") && !(isEventual && options.IsCounted))
                throw new GraphRefusalException(HttpStatusCode.BadRequest, "Request_UnsupportedQuery", "Operator is not supported without ConsistencyLevel: eventual and $count=true.");
            items = items.Where(item => filter.Holds(item.Values));
        }

        if (options.Values.GetValueOrDefault("$search") is { } search)
        {
            if (!isEventual)
                throw new GraphRefusalException(HttpStatusCode.BadRequest, "Request_UnsupportedQuery", "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'");
            var holds = Search.Parse(search, type);
            items = items.Where(item => holds(item.Values));
        }

        return options.Values.GetValueOrDefault("$orderby") is { } order ? Ordered(items, order, type) : items;
    }

    private static IEnumerable<GraphObject> Ordered(IEnumerable<GraphObject> items, string order, GraphType type)
    {
        var words = order.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words.FirstOrDefault() ?? "";
        if (words is not ([_] or [_, "asc" or "desc"]) || !type.Properties.ContainsKey(name)) throw GraphRefusalException.BadRequest($"Invalid $orderby clause: '{order}'.");
        return words is [_, "desc"]
            ? items.OrderByDescending(item => item.Values[name]?.ToString(), StringComparer.OrdinalIgnoreCase)
            : items.OrderBy(item => item.Values[name]?.ToString(), StringComparer.OrdinalIgnoreCase);
    }

    private static void Fill(JsonObject shaped, GraphObject item, GraphType type, QueryOptions? options, TenantState state)
    {
        foreach (var name in options?.Select ?? [.. Usual(type)])
        {
            // A selected property that this kind of object does not have is left out, as in lists of mixed directory objects.
            if (type.Properties.TryGetValue(name, out var property))
                shaped[name] = item.Values[name]?.DeepClone() ?? (property.IsCollection ? new JsonArray() : null);
        }

        shaped["id"] = item.Id;
        foreach (var expansion in options?.Expand ?? []) Expand(shaped, item, expansion, state);
    }

    private static void Expand(JsonObject shaped, GraphObject item, Expansion expansion, TenantState state)
    {
        var linked = item.Parts.TryGetValue(expansion.Name, out var parts)
            ? parts
            : [.. item.LinksOf(expansion.Name).Select(state.Principal).OfType<GraphObject>()];
        var shapes = linked.Take(20).Select(other => Linked(other, expansion)).ToArray<JsonNode?>();
        if (expansion.Target.IsCollection) shaped[expansion.Name] = new JsonArray(shapes);
        else if (shapes is [var one, ..]) shaped[expansion.Name] = one;
    }

    private static JsonObject Linked(GraphObject other, Expansion expansion)
    {
        var type = GraphMetadata.Current.Type(other.Type);
        var shaped = new JsonObject { ["@odata.type"] = $"#microsoft.graph.{type.Name}", ["id"] = other.Id };
        foreach (var name in expansion.Select ?? [.. Usual(type)])
            if (type.Properties.ContainsKey(name)) shaped[name] = other.Values[name]?.DeepClone();
        return shaped;
    }

    private static IEnumerable<string> Usual(GraphType type) => type.Name switch
    {
        "user" => UsualOfUser,
        "group" => type.Properties.Keys.Except(UnusualOfGroup, StringComparer.Ordinal),
        _ => type.Properties.Keys,
    };

    private static string NextLink(GraphRequest request, QueryOptions options, int skip)
    {
        var others = options.Values.Where(option => option.Key != "$skiptoken").Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}");
        return $"{request.Origin}{request.Path}?{string.Join('&', [.. others, $"$skiptoken={skip}"])}";
    }
}
