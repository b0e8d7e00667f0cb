using System.Collections.Immutable;

namespace SiOne.Bot.Engine.Ports;

/// <summary>A store that keeps its data in files of its own, which can be copied whole while it works.</summary>
public interface IStoreFiles
{
    /// <summary>Copies the store behind a barrier, while nobody writes; the copy is durable when this returns.</summary>
    /// <param name="folder">An existing folder, on a local disk.</param>
    /// <param name="cancellationToken">Before the copy is begun only.</param>
    /// <exception cref="IOException">The folder does not take the copy; the store goes on.</exception>
    Task<StoreCopy> CopyToAsync(string folder, CancellationToken cancellationToken);
}

/// <summary>A copy of a store.</summary>
/// <param name="Path">Its data file.</param>
/// <param name="Rows">How many rows of each table the original held at that instant.</param>
public sealed record StoreCopy(string Path, ImmutableSortedDictionary<string, long> Rows);

/// <summary>What was found in a store's files, down to each document.</summary>
/// <param name="Rows">How many rows of each table were read.</param>
/// <param name="Documents">How many documents were checked.</param>
/// <param name="Mistakes">The first of what is wrong; no customer data.</param>
/// <param name="MistakesFound">How much is wrong.</param>
public sealed record StoreInspection(
    ImmutableSortedDictionary<string, long> Rows, long Documents, ImmutableArray<string> Mistakes, int MistakesFound);
