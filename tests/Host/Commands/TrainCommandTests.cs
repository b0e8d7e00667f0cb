using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Commands;

public sealed class TrainCommandTests
{
    private const string Messages = """
        # received 2026-06-17

        --- teams
        [[1|L'imprimante n'imprime plus.]]
        => 1 incident.print

        --- mail: Merci
        Bonjour, tout marche, merci.
        => other.none

        --- mail: Fin de contrat
        [[1|Le compte de Paul Jourdheuil est à fermer le 31.]]
        => 1 licence.departure | person=Paul Jourdheuil
        """;

    private const string Development = """{"id":"D001","channel":"teams","body":"L'imprimante est en panne","expect":[{"category":"incident","operation":"incident.print","person":null,"date":null,"urgent":false}]}""";

    [Fact]
    public async Task The_same_data_gives_the_same_file_with_its_card()
    {
        using var folder = new TempFolder();
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        foreach (var author in (string[])["a", "b"]) await File.WriteAllTextAsync(Path.Combine(data, $"messages-{author}.txt"), Messages);
        await File.WriteAllTextAsync(Path.Combine(data, "requests.jsonl"), Development);
        foreach (var name in (string[])["first.model", "second.model"])
        {
            var verb = await Verb.RunAsync(["train", "--data", data, "--model", folder.File(name)]);
            Assert.Equal(0, verb.ExitCode);
            Assert.Equal(6, Assert.Single(verb.Json).GetProperty("ownMessages").GetInt32());
        }

        Assert.Equal(await File.ReadAllBytesAsync(folder.File("first.model")), await File.ReadAllBytesAsync(folder.File("second.model")));
    }

    [Fact]
    public async Task Data_that_cannot_be_read_is_told_and_the_old_model_stays()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("messages-a.txt"), Messages.Replace("incident.print", "incident.tea", StringComparison.Ordinal));
        await File.WriteAllTextAsync(folder.File("old.model"), "old");
        var verb = await Verb.RunAsync(["train", "--data", folder.Path, "--model", folder.File("old.model")]);
        Assert.NotEqual(0, verb.ExitCode);
        Assert.Contains("incident.tea", verb.Error, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(folder.File("old.model")));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_wrong_use()
    {
        var verb = await Verb.RunAsync(["train", "--data", "no-such-folder"]);
        Assert.Equal((2, ""), (verb.ExitCode, verb.Output));
    }
}
