namespace SiOne.Bot.Domain.Customers;

/// <summary>A customer's written agreement that a language model's provider reads its messages, redacted (Art. 7, RGPD II a, b); without one nothing is sent.</summary>
/// <param name="Provider">The sub-processor as notice and agreement name it; another one takes another agreement (RGPD II f).</param>
/// <param name="NoticeOn">The day in Paris on which the customer received the written notice of it.</param>
/// <param name="AgreedOn">The day of the written agreement.</param>
public sealed record ProviderAgreement(string Provider, DateOnly NoticeOn, DateOnly AgreedOn)
{
    /// <summary>RGPD II f: the calendar days in which the customer may object, counted from the day after receipt.</summary>
    public const int NoticeDays = 15;

    /// <summary>The first day on which that provider may be asked: an early agreement does not shorten the notice.</summary>
    public DateOnly From => NoticeOn.AddDays(NoticeDays + 1) is var free && free > AgreedOn ? free : AgreedOn;

    /// <summary>Whether that provider may be asked on that day in Paris.</summary>
    public bool Covers(string provider, DateOnly day) => string.Equals(Provider, provider, StringComparison.OrdinalIgnoreCase) && day >= From;
}
