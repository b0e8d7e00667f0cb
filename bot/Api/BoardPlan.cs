namespace SiOne.Bot.Host.Api;

/// <summary>What is, or would be, done for a request in the customer's Microsoft 365; every text in the reader's language.</summary>
internal sealed record BoardPlan
{
    /// <summary>Where it stands: none, blocked, drawn, approved, halted, done or dropped.</summary>
    public required string State { get; init; }

    /// <summary>The same as people say it.</summary>
    public required string Says { get; init; }

    /// <summary>Approvals so far, and until when what can be done.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Why it stands still or will not run; null otherwise.</summary>
    public string? Stopped { get; init; }

    /// <summary>What an approval binds to; null while there is no plan.</summary>
    public string? Hash { get; init; }

    /// <summary>Its steps, in order.</summary>
    public IReadOnlyList<BoardStep> Steps { get; init; } = [];

    /// <summary>Why it cannot run.</summary>
    public IReadOnlyList<string> Obstacles { get; init; } = [];

    /// <summary>What to mind.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>What has to be typed to approve it, as an instruction; null where nothing has.</summary>
    public string? Confirmation { get; init; }

    /// <summary>What can be done with it: draw, approve, refuse, call-off, tick, resume, undo, reveal.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>What each of these is called.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>One step of a plan.</summary>
/// <param name="Text">What is done to what, with its marks.</param>
/// <param name="Change">The values before and after; null where there are none to compare.</param>
/// <param name="Cost">What it costs; null where it costs nothing.</param>
/// <param name="State">Where it stands; null before approval.</param>
/// <param name="Tone">The colour beside it: good, wait, stop or none.</param>
internal sealed record BoardStep(string Text, string? Change, string? Cost, string? State, string Tone);

/// <summary>What a technician does with a plan.</summary>
/// <param name="Technician">Who acts; not looked at where technicians sign in.</param>
/// <param name="Hash">The plan as it was shown: nothing happens to another one. Needed to approve; null for the others: whichever there is.</param>
/// <param name="Typed">What was typed to confirm it.</param>
/// <param name="Step">The step that was done by hand, from 0.</param>
internal sealed record PlanAct(string? Technician = null, string? Hash = null, string? Typed = null, int? Step = null);

/// <summary>What became of it.</summary>
/// <param name="Taken">It happened.</param>
/// <param name="Text">Why it did not, in French; null when it did.</param>
/// <param name="Plan">The plan as it stands, or as it was drawn up and cannot run; null where there is none.</param>
/// <param name="Secret">The new password, for this one time; null for everything but reveal.</param>
internal sealed record PlanActAnswer(bool Taken, string? Text, BoardPlan? Plan, string? Secret = null);
