using System.Globalization;
using SiOne.Bot.Domain.Intake;
using Xunit.Abstractions;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>How often matters are read in the development set, and in which messages.</summary>
public sealed class MatterFiringTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Print()
    {
        var understanding = new RuleBasedUnderstanding();
        foreach (var labelled in LabelledRequests.All)
            foreach (var request in await understanding.UnderstandAsync(labelled.Message, CancellationToken.None))
            {
                foreach (var matter in request.Matters) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"FIRE {matter} {labelled.Id} {request.Operation.Id} | {labelled.Expected[0].Operation} | {(labelled.Message.Subject + " || " + labelled.Message.Text).ReplaceLineEndings(" ")}"));
                if (request.Fields.Count > 0) output.WriteLine($"ADDR {labelled.Id} {request.Fields[FieldNames.Addresses]}");
            }
        Assert.True(true);
    }
}
