using SiOne.Bot.Graph.Settings;

namespace SiOne.Bot.Graph.Tokens;

/// <summary>The app-only tokens of each tenant and class.</summary>
internal interface ITenantTokens
{
    /// <summary>The token; whoever sends it checks its tenant once more.</summary>
    /// <param name="tenant">The customer's tenant.</param>
    /// <param name="power">Which app registration.</param>
    /// <param name="anew">Not from memory: what was consented to may have changed.</param>
    /// <param name="cancellationToken">Gives up, by exception.</param>
    /// <exception cref="Calls.CallFailedException">There is none: <c>not-configured</c>, <c>consent-missing</c>, another code, or not now.</exception>
    Task<TenantToken> GetAsync(Guid tenant, PowerClass power, bool anew, CancellationToken cancellationToken);

    /// <summary>Graph did not accept it: the next one is fetched anew.</summary>
    void Doubt(Guid tenant, PowerClass power);
}
