using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>The cards of the technicians' channel.</summary>
public static class TechnicianCards
{
    /// <summary>One request, with what can be done to it; an emergency looks like one.</summary>
    public static AdaptiveCard Request(TechnicianCardView view) => RequestCard.Of(view);

    /// <summary>The queue, what is due soon, or a technician's own requests.</summary>
    public static AdaptiveCard Queue(QueueCardView view) => QueueCard.Of(view);

    /// <summary>An alert.</summary>
    public static AdaptiveCard Alert(AlertCardView view) => AlertCard.Of(view);

    /// <summary>SI-ONE's own weekly digest.</summary>
    /// <param name="words">In the language of the channel.</param>
    public static AdaptiveCard OwnDigest(WordedOwnDigest words) => OwnDigestCard.Of(words);
}
