using SiOne.Bot.Graph.Settings;

namespace SiOne.Bot.Graph;

/// <summary>What a tenant has granted to one app registration.</summary>
/// <param name="Power">Which one.</param>
/// <param name="Granted">Its application permissions of Microsoft Graph; empty without consent, null when they cannot be read.</param>
/// <param name="Code">Why they cannot: Entra's number (<c>AADSTS7000215</c>) or a short machine reason; "" where nobody answered, or nothing is wrong.</param>
public sealed record AppGrants(PowerClass Power, IReadOnlySet<string>? Granted, string Code = "");
