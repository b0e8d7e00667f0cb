using System.Globalization;
using SiOne.Bot.Domain.Intake;
using Xunit.Abstractions;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>In which messages of the development set matters are read: each firing was looked at by eye, and a new one must be.</summary>
public sealed class MatterFiringTests(ITestOutputHelper output)
{
    private static readonly Dictionary<Matter, int[]> LookedAt = new()
    {
        [Matter.OtherSoftware] = [8, 59, 99, 182],
        [Matter.Accident] = [48, 382, 558, 576],
        [Matter.OthersData] = [5, 559],
        [Matter.LocalFolder] = [189, 252],
        [Matter.RecurringVisit] = [297, 366],
        [Matter.BankDetails] = [544],
        [Matter.ContractEnd] = [522],
        [Matter.LevelChange] = [214],
        [Matter.KeepAsShared] = [12, 13, 65, 126, 245, 281, 285, 329, 499, 543],
        [Matter.ServerFile] = [222, 315, 335, 447, 464, 588, 599, 604],
        [Matter.LossDate] = [211, 306, 328, 331, 503, 599],
    };

    [Fact]
    public async Task Matters_fire_in_the_messages_that_say_them_and_in_no_other()
    {
        var understanding = new RuleBasedUnderstanding();
        var fired = new List<(Matter Matter, int Id)>();
        var addresses = 0;
        foreach (var labelled in LabelledRequests.All)
        {
            var requests = await understanding.UnderstandAsync(labelled.Message, CancellationToken.None);
            fired.AddRange(requests.SelectMany(request => request.Matters).Distinct().Select(matter => (matter, labelled.Id)));
            if (requests[0].Fields.ContainsKey(FieldNames.Addresses)) addresses++;
        }
        foreach (var matter in Enum.GetValues<Matter>())
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{matter}: {string.Join(' ', fired.Where(f => f.Matter == matter).Select(f => f.Id))}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"addresses in {addresses} messages"));
        foreach (var matter in Enum.GetValues<Matter>())
            Assert.Equal(LookedAt.GetValueOrDefault(matter, []), fired.Where(f => f.Matter == matter).Select(f => f.Id).Order());
    }
}
