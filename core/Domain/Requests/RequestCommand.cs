using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What somebody wants to happen to a request. Instants and identifiers arrive inside it.</summary>
public abstract record RequestCommand
{
    private RequestCommand() { }

    /// <summary>A message asks for something: examine it under the contract.</summary>
    /// <param name="Reference">What people will call it.</param>
    /// <param name="Conversation">The conversation that it opens or joins.</param>
    /// <param name="Intake">The message that asks.</param>
    /// <param name="Case">What the clauses look at.</param>
    public sealed record Receive(RequestReference Reference, ConversationId Conversation, IntakeKey Intake, Case Case) : RequestCommand;

    /// <summary>A later message speaks of it.</summary>
    /// <param name="Intake">The message.</param>
    /// <param name="ReceivedAt">When it was received, UTC.</param>
    /// <param name="CustomerId">The sender's customer.</param>
    /// <param name="By">
    /// Who wrote, and in which quality towards this request: <see cref="ActorKind.Administrator"/> only for somebody who has the authority that
    /// its operation needs on that day.
    /// </param>
    /// <param name="Says">The one thing that it says; null when a person must read it.</param>
    /// <param name="Proven">The sender's identity is proven.</param>
    /// <param name="Again">
    /// The same request with the details of this message added. For a draft as its sender, its channel and its instant put it; else as who asked
    /// for it stands in the customer file now. Needed for whatever starts or resumes a clock: without it a person reads the message.
    /// </param>
    public sealed record FollowUp(
        IntakeKey Intake, DateTimeOffset ReceivedAt, string CustomerId, Actor By, PlainWord? Says, bool Proven, Case? Again = null) : RequestCommand
    {
        /// <summary>How this message came; null where that is not known: then it proves nothing more.</summary>
        public Channel? Channel { get; init; }

        /// <summary>The words that a no was given with, sealed under this key; null without.</summary>
        public string? TextKey { get; init; }

        /// <summary>It says anew, soon after, what the request was made from: unless somebody has begun, it is examined as it reads now.</summary>
        public bool Amends { get; init; }

        /// <summary>Its words hold something back ("attendez", "pas encore"): it makes no written request of a draft.</summary>
        public bool Objects { get; init; }

        /// <summary>What its words tell of that may be a personal-data breach (RGPD V), and that this request is to bear; null where they tell of none.</summary>
        public BreachKind? Breach { get; init; }

        /// <summary>The waiting times in force.</summary>
        public LifeTimes Times { get; init; } = LifeTimes.Default;
    }

    /// <summary>A technician acts on it.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="By">Which technician.</param>
    /// <param name="Does">What they do.</param>
    public sealed record Act(DateTimeOffset At, Actor By, TechnicianAct Does) : RequestCommand
    {
        /// <summary>The choices of reading in force.</summary>
        public Readings Readings { get; init; } = Readings.Default;
    }

    /// <summary>Somebody, or the product itself, acts on its plan.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="By">Who.</param>
    /// <param name="Wants">What.</param>
    public sealed record Execute(DateTimeOffset At, Actor By, ExecutionCommand Wants) : RequestCommand
    {
        /// <summary>The request as it stands now: for whatever stops or resumes the clock. Null: the clock is left alone.</summary>
        public Case? Again { get; init; }
    }

    /// <summary>A technician decides about a notice that waits to leave, of which the journal says so: of a breach (RGPD V), or of a right that is passed on (Art. 25).</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="By">Which technician.</param>
    /// <param name="What">Which one: <see cref="NoticeKind.BreachNotice"/> or <see cref="NoticeKind.RightPassedOn"/>.</param>
    /// <param name="Leaves">It leaves; else it never does.</param>
    public sealed record HeldNotice(DateTimeOffset At, Actor By, NoticeKind What, bool Leaves) : RequestCommand;

    /// <summary>Time has passed: reminders, expiry and escalation that are due by now.</summary>
    /// <param name="At">Now, UTC.</param>
    /// <param name="Weekend">The customer's Weekend option; null without it.</param>
    /// <param name="Times">The waiting times in force.</param>
    public sealed record Tick(DateTimeOffset At, WeekendOption? Weekend, LifeTimes Times) : RequestCommand;
}
