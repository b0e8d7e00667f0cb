using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Graph.Calls;

/// <summary>A call that brought no success, with what that means. It bears a code, never a sentence of Microsoft's: those quote names.</summary>
internal sealed class CallFailedException : Exception
{
    /// <summary>What to answer.</summary>
    /// <param name="answer">What it means for a step.</param>
    /// <param name="status">The HTTP status; 0 where none came.</param>
    /// <param name="code">Graph's code, or ours; "" where there is none.</param>
    public CallFailedException(StepAnswer answer, int status = 0, string code = "")
        : base($"status {status}, code {code}")
    {
        Answer = answer;
        Status = status;
        Code = code;
    }

    public StepAnswer Answer { get; }

    public int Status { get; }

    public string Code { get; }

    /// <summary>Graph says that the state asked for is there already ("One or more added object references already exist").</summary>
    public bool SaysAlready { get; init; }

    public static CallFailedException Refused(string code) => new(new StepAnswer.Refused(code), code: code);
}
