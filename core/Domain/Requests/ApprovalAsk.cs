using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Requests;

/// <summary>One person's yes to one request as it is asked (Art. 11, 14): what a link in their mail stands for.</summary>
/// <param name="Request">The request.</param>
/// <param name="Version">What is asked of it, <see cref="VersionOf"/>.</param>
/// <param name="PersonId">The person, by the customer file.</param>
/// <param name="Until">From when the link decides nothing more, UTC.</param>
public sealed record ApprovalAsk(RequestId Request, int Version, string PersonId, DateTimeOffset Until)
{
    /// <summary>Service days for which a link lives at least, where the request itself would be closed sooner or never.</summary>
    public const int LeastDays = 10;

    /// <summary>
    /// Which line of the journal last changed what is asked. A technician who takes a request, a reminder and a note leave it; so it is not
    /// <see cref="Domain.Requests.Request.Revision"/>, which says whether a card's buttons are still true.
    /// </summary>
    public static int VersionOf(RequestDocument document) => document.Journal.Last(entry => Changes(entry.Event)).Number;

    /// <summary>Whether the request still waits for the yes to what was asked then.</summary>
    public static bool IsOpen(RequestDocument document, int version) =>
        document.State.State is RequestState.WaitingForApproval && VersionOf(document) == version;

    /// <summary>Until when a link that is written now decides, UTC: as long as the request waits, and at least <see cref="LeastDays"/> days of service.</summary>
    /// <param name="state">The request.</param>
    /// <param name="weekend">The customer's Weekend option; null without it.</param>
    /// <param name="times">The waiting times in force.</param>
    /// <param name="at">Now, UTC.</param>
    public static DateTimeOffset UntilOf(Request state, WeekendOption? weekend, LifeTimes times, DateTimeOffset at)
    {
        var least = new Commitments.ServiceHours(weekend, times.ServiceHours).AddDays(at, LeastDays);
        return Agenda.ClosesAt(state, weekend, times) is { } closes && closes > least ? closes : least;
    }

    private static bool Changes(RequestEvent happened) => happened is RequestEvent.Received or RequestEvent.Decided or RequestEvent.Moved
        or RequestEvent.Corrected or RequestEvent.Approved or RequestEvent.IdentityProven or RequestEvent.DetailsAsked;
}
