namespace SiOne.Bot.Host.SignIn;

/// <summary>Where to go after signing in: a place of the page itself. Anything else is the page's top; a link that leads elsewhere is none of ours.</summary>
internal static class ReturnPath
{
    /// <summary>The top of the page.</summary>
    public const string Top = "/";

    private const int Longest = 300;

    /// <summary>The asked place, or the top.</summary>
    /// <param name="asked">What a link says.</param>
    public static string Of(string? asked) =>
        asked is { Length: > 1 and <= Longest } && asked[0] is '/' && asked[1] is not ('/' or '\\') && !asked.Any(c => c is '\\' || char.IsControl(c) || c > '~')
        && Uri.TryCreate(new Uri("http://page.invalid/"), asked, out var whole) && whole is { Host: "page.invalid", Scheme: "http" } && !IsSignIn(whole.AbsolutePath)
            ? whole.PathAndQuery + whole.Fragment
            : Top;

    /// <summary>Back to the sign-in it would only go round.</summary>
    private static bool IsSignIn(string path) => new PathString(path).StartsWithSegments("/signin", StringComparison.OrdinalIgnoreCase);
}
