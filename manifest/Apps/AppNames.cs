using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Manifest.Apps;

/// <summary>The name under which Teams lists an app.</summary>
internal static class AppNames
{
    private const int MostShort = 30;

    /// <summary>The company's name and what the app is; for a long company name, what the app is alone.</summary>
    /// <param name="company">At most 32 characters.</param>
    /// <param name="after">What follows the company's name.</param>
    /// <param name="alone">What stands where both together are too long.</param>
    public static Label Short(string company, Label after, Label alone)
    {
        var (fr, en) = ($"{company} {after.Fr}", $"{company} {after.En}");
        // Both or none, so that an app does not change its name's shape with the reader's language.
        return fr.Length <= MostShort && en.Length <= MostShort ? new Label(fr, en) : alone;
    }
}
