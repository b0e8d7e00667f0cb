namespace SiOne.Bot.Host.Commands;

/// <summary>One thing that was checked.</summary>
/// <param name="What">The thing.</param>
/// <param name="Good">It can be used.</param>
/// <param name="Said">How it stands, or the remedy.</param>
internal sealed record CheckLine(string What, bool Good, string Said)
{
    /// <summary>It can be used, and should be better.</summary>
    public bool Warning { get; init; }

    /// <summary>As it is printed.</summary>
    public override string ToString() => $"{(!Good ? "FAIL" : Warning ? "warn" : "ok  ")}  {What}: {Said}";
}
