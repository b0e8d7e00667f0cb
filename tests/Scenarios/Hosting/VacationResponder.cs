namespace SiOne.Bot.Scenarios.Hosting;

/// <summary>Somebody's mailbox while they are away: a program answers each mail that arrives there.</summary>
/// <param name="site">The installation whose mails are answered.</param>
/// <param name="address">Whose mailbox it is.</param>
/// <param name="courteous">
/// As Sieve's vacation does it (RFC 5230): once to each sender, and marked as automatic; here even to our answers, which are marked themselves.
/// Otherwise it answers everything, each time as if a person had written.
/// </param>
internal sealed class VacationResponder(Site site, string address, bool courteous)
{
    private int _read;

    /// <summary>Mails that it has sent.</summary>
    public int Sent { get; private set; }

    /// <summary>Answers what has arrived since it last looked. False: nothing had.</summary>
    public async Task<bool> AnswerAsync()
    {
        var mails = await site.AllMailsOfAsync(address);
        var fresh = mails[_read..];
        _read = mails.Length;
        foreach (var mail in fresh)
        {
            if (courteous && Sent > 0) continue;
            await site.SubmitAsync(new Letter
            {
                From = address,
                Subject = courteous ? $"Réponse automatique : {mail.Subject}" : $"RE: {mail.Subject}",
                Text = "Bonjour,\n\nJe suis en congés jusqu’au 4 décembre et je lirai votre message à mon retour.\n\nCordialement",
                InReplyTo = mail.Id,
                Fields = courteous ? [("Auto-Submitted", "auto-replied")] : [],
            });
            Sent++;
        }

        return fresh.Length > 0;
    }
}
