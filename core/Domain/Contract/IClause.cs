using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Contract;

/// <summary>One rule of the contract.</summary>
public interface IClause
{
    /// <summary>The article that it reads.</summary>
    Article Article { get; }

    /// <summary>What it looks at in a case, for <c>explain --trace</c>.</summary>
    ImmutableArray<Fact> LooksAt { get; }

    /// <summary>Looks at a case; always called, whatever other clauses found. No finding means that the rule has nothing to say.</summary>
    ImmutableArray<Finding> Examine(Case request);
}
