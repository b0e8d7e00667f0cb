using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>A message and what it asks for.</summary>
/// <param name="Id">Its name in the data.</param>
/// <param name="Author">The file that it stands in: one author wrote one file.</param>
/// <param name="Message">The text as a reader gets it.</param>
/// <param name="Requests">What it asks, the most prominent first; never empty.</param>
public sealed record LabelledMessage(string Id, string Author, MessageToUnderstand Message, ImmutableArray<LabelledRequest> Requests)
{
    /// <summary>The operations asked for, each once.</summary>
    public ImmutableArray<Operation> Operations { get; } = [.. Requests.Select(request => request.Operation).Distinct()];
}

/// <summary>One labelled request.</summary>
/// <param name="Operation">What is asked.</param>
/// <param name="Person">The person concerned; null when not named in full.</param>
/// <param name="Date">The date, see the data's README; null for none.</param>
/// <param name="Urgent">The words say that it is urgent.</param>
/// <param name="Marks">The words of the text that ask for it; empty where nobody marked them.</param>
public sealed record LabelledRequest(Operation Operation, string? Person, DateOnly? Date, bool Urgent, ImmutableArray<TextSpan> Marks);
