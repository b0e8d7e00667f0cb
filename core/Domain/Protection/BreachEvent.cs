using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Protection;

/// <summary>What happened to the 36 hours of a possible personal-data breach (RGPD V). The product only proposes and alerts: a person starts, dismisses and notifies.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "breach")]
[JsonDerivedType(typeof(Proposed), "proposed")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Dismissed), "dismissed")]
[JsonDerivedType(typeof(Drafted), "drafted")]
[JsonDerivedType(typeof(NoticeSent), "notice-sent")]
[JsonDerivedType(typeof(NoticeReleased), "notice-released")]
[JsonDerivedType(typeof(NoticeDropped), "notice-dropped")]
[JsonDerivedType(typeof(NoticeNoted), "notice-noted")]
[JsonDerivedType(typeof(Alerted), "alerted")]
public abstract record BreachEvent
{
    private BreachEvent() { }

    /// <summary>The request may be one: the timer is proposed.</summary>
    /// <param name="AwareAt">Since when SI-ONE knows of it, UTC: receipt of the message.</param>
    public sealed record Proposed(DateTimeOffset AwareAt) : BreachEvent;

    /// <summary>A technician starts the timer, starts it again, or corrects its beginning; from now on it is theirs.</summary>
    /// <param name="AwareAt">Since when SI-ONE knows of it, UTC.</param>
    /// <param name="By">Who.</param>
    public sealed record Started(DateTimeOffset AwareAt, Actor By) : BreachEvent;

    /// <summary>A technician decides that the customer needs no notice.</summary>
    /// <param name="TextKey">Why.</param>
    /// <param name="By">Who.</param>
    public sealed record Dismissed(string TextKey, Actor By) : BreachEvent;

    /// <summary>A technician has worked on the notice; nothing leaves.</summary>
    /// <param name="TextKey">The notice as it reads now.</param>
    /// <param name="By">Who.</param>
    public sealed record Drafted(string TextKey, Actor By) : BreachEvent;

    /// <summary>A technician sends the notice by mail.</summary>
    /// <param name="TextKey">The notice.</param>
    /// <param name="To">To whom of the customer's.</param>
    /// <param name="By">Who.</param>
    public sealed record NoticeSent(string TextKey, ProtectionReader To, Actor By) : BreachEvent
    {
        /// <summary>It has not left: it waits for a release, as all that leaves does then.</summary>
        public bool Held { get; init; }
    }

    /// <summary>A technician lets the notice that waited leave.</summary>
    /// <param name="By">Who.</param>
    public sealed record NoticeReleased(Actor By) : BreachEvent;

    /// <summary>A technician decides that the notice that waited does not leave: nobody was notified by it.</summary>
    /// <param name="By">Who.</param>
    public sealed record NoticeDropped(Actor By) : BreachEvent;

    /// <summary>A technician has given the notice by another way.</summary>
    /// <param name="NotifiedAt">When, UTC.</param>
    /// <param name="TextKey">To whom, and how.</param>
    /// <param name="By">Who.</param>
    public sealed record NoticeNoted(DateTimeOffset NotifiedAt, string TextKey, Actor By) : BreachEvent;

    /// <summary>Whoever has to decide was told that time runs out.</summary>
    /// <param name="Number">Up to which of <see cref="BreachMarks.Hours"/>, from 1.</param>
    public sealed record Alerted(int Number) : BreachEvent;
}
