using System.Globalization;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.SignIn;

/// <summary>Under which name a technician acts on the page.</summary>
/// <param name="settings">Whether one signs in.</param>
internal sealed class ActingTechnician(UsableSettings settings)
{
    private const int MaxName = 60;

    /// <summary>
    /// Where one signs in, the session's name, whatever the browser sends; without a session nobody. Elsewhere the typed name, if it can be one: whoever
    /// reaches the page is a technician there, and the journal names them as they say.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="typed">What the browser sends.</param>
    public string? NameOf(HttpContext context, string? typed) =>
        settings.AsksForSignIn ? SignedIn.Of(context.User)?.Name : IsName(typed) ? typed!.Trim() : null;

    private static bool IsName(string? name) =>
        name?.Trim() is { Length: > 0 and <= MaxName } text && !text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Surrogate);
}
