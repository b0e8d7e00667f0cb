using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>What is known of one person, by which they are found in texts.</summary>
public sealed record PersonTraces
{
    /// <summary>First and last name, as a customer file or a message gives them.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Mail addresses.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];

    /// <summary>Telephone numbers, in any spelling.</summary>
    public ImmutableArray<string> Phones { get; init; } = [];

    /// <summary>Accounts in a tenant (object ids).</summary>
    public ImmutableArray<Guid> Accounts { get; init; } = [];

    /// <summary>The names of others who may be meant in the same texts: a last name that they share names nobody by itself.</summary>
    public ImmutableArray<string> Others { get; init; } = [];
}
