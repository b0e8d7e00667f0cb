using SiOne.Bot.TestGraph.Metadata;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>A path and method that the test graph answers.</summary>
public sealed class Route
{
    private readonly Func<RouteContext, GraphAnswer> _answer;

    /// <summary>Makes one; the metadata must have its path.</summary>
    /// <param name="method">In capitals.</param>
    /// <param name="template">Behind the version; keys in braces.</param>
    /// <param name="anyOf">The application permissions of which one is enough, the least first.</param>
    /// <param name="page">The page of Microsoft's reference that says so, below https://learn.microsoft.com/graph/api/.</param>
    /// <param name="answer">What it does.</param>
    /// <exception cref="InvalidDataException">The metadata does not have that path.</exception>
    internal Route(string method, string template, string[] anyOf, string page, Func<RouteContext, GraphAnswer> answer)
    {
        Method = method;
        Template = template;
        AnyOf = anyOf;
        Page = new Uri($"https://learn.microsoft.com/graph/api/{page}");
        _answer = answer;
        Segments = template.Split('/');
        End = PathTyping.Follow(template);
    }

    /// <summary>In capitals.</summary>
    public string Method { get; }

    /// <summary>Behind the version; keys in braces.</summary>
    public string Template { get; }

    /// <summary>The application permissions of which one is enough, the least first.</summary>
    public IReadOnlyList<string> AnyOf { get; }

    /// <summary>Where Microsoft says so.</summary>
    public Uri Page { get; }

    /// <summary>Where the path leads.</summary>
    public PathEnd End { get; }

    /// <summary>Whether it changes nothing.</summary>
    public bool IsRead => Method == "GET";

    internal string[] Segments { get; }

    internal GraphAnswer Answer(RouteContext context) => _answer(context);

    /// <summary>How many segments fit, from the first on.</summary>
    internal int Fit(string[] path)
    {
        var fit = 0;
        while (fit < path.Length && fit < Segments.Length && (Segments[fit].StartsWith('{') || string.Equals(Segments[fit], path[fit], StringComparison.OrdinalIgnoreCase))) fit++;
        return fit;
    }
}
