using System.Text.RegularExpressions;
using SiOne.Bot.Domain;
using SiOne.Bot.Graph.Calls;

namespace SiOne.Bot.Graph.Tokens;

/// <summary>Why Entra gave no token, in one word.</summary>
internal static partial class SignInCodes
{
    /// <summary>The tenant does not know the application, has taken its consent back or has disabled it: https://learn.microsoft.com/entra/identity-platform/reference-error-codes.</summary>
    private static readonly string[] NoConsent = ["AADSTS65001", "AADSTS700016", "AADSTS7000112", "AADSTS7000229", "AADSTS500011"];

    /// <summary>The code; Entra's sentence is searched for its number and kept nowhere.</summary>
    public static string Of(string? error, string message)
    {
        var number = Number().Match(message).Value;
        if (NoConsent.Contains(number, StringComparer.Ordinal)) return "consent-missing";
        return number.Length > 0 ? number : GraphError.IsCode(error) ? error! : "sign-in";
    }

    [GeneratedRegex("AADSTS[0-9]{4,8}", RegexOptions.CultureInvariant, BoundedPatterns.Milliseconds)]
    private static partial Regex Number();
}
