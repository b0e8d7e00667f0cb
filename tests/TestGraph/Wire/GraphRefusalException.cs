using System.Net;

namespace SiOne.Bot.TestGraph.Wire;

/// <summary>What a caller did wrong, as Microsoft Graph says it. An exception, so that whatever finds it out can say it.</summary>
public sealed class GraphRefusalException : Exception
{
    /// <summary>Refuses.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">Graph's word for it.</param>
    /// <param name="message">Graph's sentence.</param>
    public GraphRefusalException(HttpStatusCode status, string code, string message) : base(message)
    {
        Status = status;
        Code = code;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Graph's word for it.</summary>
    public string Code { get; }

    /// <summary>Headers beside it.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The request itself is wrong: unknown segment, query option, or a body that is no JSON.</summary>
    public static GraphRefusalException BadRequest(string message) => new(HttpStatusCode.BadRequest, "BadRequest", message);

    /// <summary>The directory does not take it.</summary>
    public static GraphRefusalException Directory(string message) => new(HttpStatusCode.BadRequest, "Request_BadRequest", message);

    /// <summary>The value of a property does not fit.</summary>
    public static GraphRefusalException InvalidValue(string property, string resource) => Directory($"Invalid value specified for property '{property}' of resource '{resource}'.");

    /// <summary>There is no such object in this tenant.</summary>
    public static GraphRefusalException NotFound(string id) => new(
        HttpStatusCode.NotFound, "Request_ResourceNotFound", $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");

    /// <summary>The app may not.</summary>
    public static GraphRefusalException Denied() => new(HttpStatusCode.Forbidden, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

    /// <summary>The token says nothing here.</summary>
    public static GraphRefusalException Unauthenticated(string message) => new(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken", message);

    /// <summary>The object is mastered by the customer's own directory and cannot be changed from the cloud.</summary>
    public static GraphRefusalException Synchronized() => Directory(
        "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.");

    /// <summary>The answer.</summary>
    public GraphAnswer ToAnswer(DateTimeOffset now) => GraphAnswer.Error(Status, Code, Message, now, Headers);
}
