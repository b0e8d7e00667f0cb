namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>Why a language model's answer is not used. The embedded reader's answer stands in every case.</summary>
public enum ModelFault
{
    /// <summary>The day's requests are spent.</summary>
    BudgetSpent,

    /// <summary>It failed so often lately that it is left alone for a while.</summary>
    CircuitOpen,

    /// <summary>No answer within the time limit.</summary>
    TimedOut,

    /// <summary>It could not be reached, or broke the connection.</summary>
    Unreachable,

    /// <summary>It answered with another status than 200; redirects are among them.</summary>
    Refused,

    /// <summary>Its answer is longer than any good one.</summary>
    TooLarge,

    /// <summary>Its answer is not of the protocol or of the schema.</summary>
    Malformed,

    /// <summary>It wanted to call a tool; none was offered.</summary>
    WantsTool,

    /// <summary>It names an operation that is not in the closed list.</summary>
    UnknownOperation,

    /// <summary>It quotes what does not stand in the text that it was given.</summary>
    NotInText,

    /// <summary>It says that it is not sure.</summary>
    Unsure,

    /// <summary>It sees no request, or nothing that the embedded reader has not read: a technician looks, as without it.</summary>
    NothingNew,

    /// <summary>The words name several people, or it would take away an emergency: a technician decides.</summary>
    NotItsToDecide,

    /// <summary>It failed in a way that nobody thought of.</summary>
    Unexpected,
}

/// <summary>A language model's answer cannot be used.</summary>
/// <param name="fault">Why.</param>
/// <param name="inner">What happened, if something was thrown. Its message may quote the provider and is never logged.</param>
internal sealed class ModelFaultException(ModelFault fault, Exception? inner = null) : Exception(fault.ToString(), inner)
{
    /// <summary>Why.</summary>
    public ModelFault Fault { get; } = fault;
}
