using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Protection;

/// <summary>What happened to somebody's right on their personal data (Art. 25, RGPD III).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "right")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Marked), "marked")]
[JsonDerivedType(typeof(PassedOn), "passed-on")]
[JsonDerivedType(typeof(PassingOnReleased), "passing-on-released")]
[JsonDerivedType(typeof(PassingOnDropped), "passing-on-dropped")]
[JsonDerivedType(typeof(MonthEnds), "month-ends")]
public abstract record RightsEvent
{
    private RightsEvent() { }

    /// <summary>It takes the path of its own: whoever answers for personal data at SI-ONE is told.</summary>
    public sealed record Opened : RightsEvent;

    /// <summary>A technician says whose data it is about.</summary>
    /// <param name="Role">In which role SI-ONE holds it.</param>
    /// <param name="By">Who.</param>
    public sealed record Marked(DataRole Role, Actor By) : RightsEvent;

    /// <summary>As processor, passed on to the customer.</summary>
    /// <param name="TextKey">What is asked, as it was passed on.</param>
    /// <param name="To">To whom of the customer's.</param>
    /// <param name="By">Which technician.</param>
    public sealed record PassedOn(string TextKey, ProtectionReader To, Actor By) : RightsEvent
    {
        /// <summary>It has not left: it waits for a release, as all that leaves does then.</summary>
        public bool Held { get; init; }
    }

    /// <summary>A technician lets what waited to be passed on leave.</summary>
    /// <param name="By">Who.</param>
    public sealed record PassingOnReleased(Actor By) : RightsEvent;

    /// <summary>A technician decides that what waited is not passed on.</summary>
    /// <param name="By">Who.</param>
    public sealed record PassingOnDropped(Actor By) : RightsEvent;

    /// <summary>Technicians and whoever answers for personal data were reminded of the end of the month.</summary>
    /// <param name="Number">Up to which of <see cref="RightsMarks.DaysBefore"/>, from 1.</param>
    public sealed record MonthEnds(int Number) : RightsEvent;
}

/// <summary>In which role SI-ONE holds data (GDPR, article 4). Written in journals.</summary>
public enum DataRole
{
    /// <summary>SI-ONE's own records of the relation: SI-ONE answers within the month.</summary>
    Controller,

    /// <summary>The customer's data: the request is passed on to the customer, who answers.</summary>
    Processor,
}
