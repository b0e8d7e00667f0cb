using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Metadata;
using SiOne.Bot.TestGraph.Query;
using SiOne.Bot.TestGraph.SignIn;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>One call of a route, under its tenant's lock.</summary>
internal sealed class RouteContext
{
    /// <summary>The route.</summary>
    public required Route Route { get; init; }

    /// <summary>What was sent.</summary>
    public required GraphRequest Request { get; init; }

    /// <summary>The keys in the path.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>The token's tenant.</summary>
    public required GraphTenant Tenant { get; init; }

    /// <summary>What the call sees of it: for a write the truth, for a read what has reached reads.</summary>
    public required TenantState State { get; init; }

    /// <summary>The token.</summary>
    public required GraphToken Token { get; init; }

    /// <summary>When, by the server's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The id of what a write changed.</summary>
    public string Target { get; set; } = "";

    /// <summary>Whether a write found everything as it should be and changed nothing.</summary>
    public bool IsUnchanged { get; set; }

    /// <summary>The user in the path.</summary>
    public GraphObject User
    {
        get
        {
            var user = State.User(Keys["user"]);
            Target = user.Id;
            return user;
        }
    }

    /// <summary>The body as an object that the type allows.</summary>
    public JsonObject Body(string type, IReadOnlyCollection<string>? writable = null)
    {
        var body = Request.ReadJson() ?? throw GraphRefusalException.BadRequest("Empty Payload. JSON content expected.");
        BodyCheck.Object(body, GraphMetadata.Current.Type(type), writable);
        return body;
    }

    /// <summary>The parameters of the route's action.</summary>
    public JsonObject Parameters()
    {
        var body = Request.ReadJson();
        BodyCheck.Parameters(body, Route.End.Action!);
        return body ?? [];
    }

    /// <summary>Whether the token has one of these permissions.</summary>
    public bool Has(params string[] permissions) => Token.Roles.Overlaps(permissions);

    /// <summary>Answers one object as the route's type, or as its own where that is a directory object.</summary>
    public GraphAnswer One(GraphObject item, HttpStatusCode status = HttpStatusCode.OK)
    {
        var type = GraphMetadata.Current.Type(Route.End.Type.Name == "directoryObject" ? item.Type : Route.End.Type.Name);
        var options = Route.IsRead ? QueryOptions.Parse(Request, type, isCollection: false) : null;
        return new GraphAnswer(status, Shape.One(item, type, options, State));
    }

    /// <summary>Answers a page of objects as the route's type.</summary>
    public GraphAnswer Many(IEnumerable<GraphObject> items)
    {
        var type = GraphMetadata.Current.Type(Route.End.Type.Name);
        // People and groups are asked for where the reference says directory objects.
        var asked = type.Name == "directoryObject" ? GraphMetadata.Current.Type("user") : type;
        return new GraphAnswer(HttpStatusCode.OK, Shape.Many(items, type, QueryOptions.Parse(Request, asked, isCollection: true), this));
    }
}
