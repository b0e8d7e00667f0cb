using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Connector.Inbound;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.SignIn;

/// <summary>
/// What is answered without a session; everything else needs one, so that a new endpoint is closed until somebody opens it here. Scripts and styles
/// hold no data. Programs at the HTTP door, verbs and Teams at the bots' doors show a key or a token of their own.
/// </summary>
internal static class OpenPaths
{
    private static readonly PathString Chat = "/demo/chat";

    private static readonly HashSet<string> Open = new(
        [
            .. PageFiles.All.Keys.Where(path => path != ReturnPath.Top), .. PageFiles.Demo.Keys, .. PageFiles.SignIn.Keys, SignInPaths.Page, SignInPaths.Code, SignInPaths.Start,
            "/health/live", "/health/ready", ActivityEndpoints.CustomersPath, ActivityEndpoints.TechniciansPath,
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a request is among them.</summary>
    public static bool Holds(HttpRequest request) =>
        Open.Contains(request.Path.Value ?? "") || IsDoor(request) || OperatorEndpoint.Holds(request) || LinkPages.Holds(request) || request.Path.StartsWithSegments(Chat, StringComparison.OrdinalIgnoreCase);

    /// <summary>The HTTP doors, where the application hands requests in, backup products the ends of runs, and the program mailwatcher mails.</summary>
    public static bool IsDoor(HttpRequest request) =>
        (HttpMethods.IsPost(request.Method) && (request.Path.Equals("/api/requests", StringComparison.OrdinalIgnoreCase) || request.Path.Equals(BackupEndpoints.Path, StringComparison.OrdinalIgnoreCase)))
        || request.Path.StartsWithSegments(IntakeEndpoints.Root, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Where one signs in and out.</summary>
internal static class SignInPaths
{
    public const string Page = "/signin";
    public const string Code = "/signin/code";
    public const string Start = "/signin/start";
    public const string Callback = "/signin/callback";
    public const string Out = "/signin/out";
}
