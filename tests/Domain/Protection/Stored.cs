using System.Text.Json;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Tests.Requests;

namespace SiOne.Bot.Domain.Tests.Protection;

/// <summary>What is written down is what is read again.</summary>
internal static class Stored
{
    /// <summary>The journal and the state come back from JSON as they were, and the one folds to the other.</summary>
    public static void Survives(Life life)
    {
        var document = new RequestDocument(Life.Id, 1, life.Now, [.. life.Journal.Select((happened, i) => new JournalEntry(i + 1, A.Tuesday, happened))]);
        var read = JsonSerializer.Deserialize<RequestDocument>(JsonSerializer.Serialize(document))!;
        Assert.Equivalent(document, read, strict: true);
        Assert.Equal(read.Journal.Select(entry => entry.Event.ToString()), life.Journal.Select(happened => happened.ToString()));
        Assert.Equivalent(read.State, RequestDecider.Fold(read.Journal.Select(entry => entry.Event)), strict: true);
    }
}
