namespace SiOne.Bot.Domain.Words;

/// <summary>What the page says on which somebody ends their weekly digest, or has it again.</summary>
public static class SubscriptionWords
{
    /// <summary>What it is about.</summary>
    public static Label Title { get; } = new("Votre point de la semaine", "Your weekly digest");

    /// <summary>The button that ends it.</summary>
    public static Label End { get; } = new("Ne plus le recevoir", "Stop receiving it");

    /// <summary>The button that brings it back.</summary>
    public static Label Begin { get; } = new("Le recevoir de nouveau", "Receive it again");

    /// <summary>A link that we did not make, or of somebody who is no longer listed.</summary>
    public static Label Unknown { get; } = new(
        "Ce lien n'ouvre rien. Répondez au mail qui le contenait : nous verrons cela avec vous.",
        "This link opens nothing. Reply to the mail that it came with: we will see to it with you.");

    /// <summary>Where the reader stands.</summary>
    /// <param name="customer">The customer's name.</param>
    /// <param name="wanted">They get it.</param>
    /// <param name="ended">SI-ONE has noted that they do not get it: no click changes that.</param>
    /// <param name="language">The reader's language.</param>
    public static string Stands(string customer, bool wanted, bool ended, Language language)
    {
        var (before, after) = (wanted, ended) switch
        {
            (true, _) => (new Label("Vous recevez chaque semaine le point de ", "Every week you receive the digest of "), new Label(".", ".")),
            (_, true) => (
                new Label("Il est noté chez SI-ONE que vous ne recevez pas le point de la semaine de ", "SI-ONE has on record that you do not receive the digest of "),
                new Label(". Pour le recevoir, demandez-le au support.", ". To receive it, ask support.")),
            _ => (new Label("C'est noté : vous ne recevez plus le point de la semaine de ", "Noted: you no longer receive the digest of "), new Label(".", ".")),
        };
        return Typography.Set(before, language) + Typography.OneLine(customer) + Typography.Set(after, language);
    }
}
