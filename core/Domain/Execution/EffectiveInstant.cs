using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Execution;

/// <summary>From when a plan may run (Art. 13: never before the effective date).</summary>
internal static class EffectiveInstant
{
    /// <summary>
    /// The stated hour of the effective date; without one the end of that day's service hours, so that nobody is cut off during their last day.
    /// What is to be ready by a day may be done before it, but mail goes on to somebody else only from that day. UTC; null: at once.
    /// </summary>
    public static DateTimeOffset? Of(Case request)
    {
        if (request.Request.Date is not { } day) return null;
        if (request.Operation.EffectiveDate is EffectiveDate.AppliedOn)
            return Later(ParisTime.At(day, request.Request.Hour ?? request.Readings.ServiceHours.Closing), request);
        if (request.Operation != MailboxOperations.Redirect) return null;
        return Later(request.Request.Hour is { } hour ? ParisTime.At(day, hour) : ParisTime.StartOf(day), request);
    }

    private static DateTimeOffset? Later(DateTimeOffset instant, Case request) => instant > request.StartedAt ? instant : null;
}
