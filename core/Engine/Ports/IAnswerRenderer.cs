using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;

namespace SiOne.Bot.Engine.Ports;

/// <summary>Turns what is to be said into the bytes of a mail. Pure: the same mail always gives the same bytes.</summary>
public interface IAnswerRenderer
{
    /// <summary>Renders an answer to a customer, HTML and plain text from one model.</summary>
    byte[] Render(MailHeader header, Answer answer);

    /// <summary>Renders a notice to a customer, in the same dress as an answer.</summary>
    byte[] Render(MailHeader header, Notice notice);

    /// <summary>Renders an internal alert to the technicians.</summary>
    byte[] Render(MailHeader header, TechnicianAlert alert);

    /// <summary>Renders a customer's weekly digest, with its chart inline.</summary>
    byte[] Render(MailHeader header, SentDigest digest);

    /// <summary>Renders SI-ONE's own weekly digest, in the dress of an alert.</summary>
    byte[] Render(MailHeader header, OwnDigest digest);
}

/// <summary>The header of an outgoing mail; all values decided before.</summary>
public sealed record MailHeader
{
    /// <summary>The support address.</summary>
    public required MailAddress From { get; init; }

    /// <summary>The name shown beside it.</summary>
    public required string FromName { get; init; }

    /// <summary>The stored contact, never taken from Reply-To.</summary>
    public required MailAddress To { get; init; }

    /// <summary>Deterministic Message-ID, without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>The Message-ID answered, without angle brackets; null when it had none.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The References of the mail answered, oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>When it was first rendered.</summary>
    public required DateTimeOffset Date { get; init; }
}
