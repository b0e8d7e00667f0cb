namespace SiOne.Bot.TestGraph.Wire;

/// <summary>How answers are written.</summary>
internal static class AnswerText
{
    /// <summary>Graph's content type.</summary>
    public const string ContentType = "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8";
}
