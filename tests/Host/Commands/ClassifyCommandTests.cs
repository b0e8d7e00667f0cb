using System.Text.Json;

namespace SiOne.Bot.Host.Tests.Commands;

public sealed class ClassifyCommandTests
{
    private const string Password = """{"id":"a","channel":"mail","subject":"compte bloqué","body":"Bonjour, j'ai oublié mon mot de passe Microsoft 365."}""";
    private const string Printer = """{"id":"b","channel":"application","subject":"","body":"L'imprimante n'imprime plus.","receivedAt":"2026-11-23T09:00:00+01:00"}""";

    [Fact]
    public async Task One_line_comes_out_for_each_that_goes_in_in_the_same_order()
    {
        var verb = await Verb.RunAsync(["classify"], string.Join('\n', Enumerable.Range(0, 40).Select(i => Password.Replace("\"a\"", $"\"{i}\"", StringComparison.Ordinal))));
        Assert.Equal(0, verb.ExitCode);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i}"), verb.Json.Select(line => line.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_shape_is_the_agreed_one()
    {
        var verb = await Verb.RunAsync(["classify"], Printer);
        var line = Assert.Single(verb.Json);
        Assert.Equal(["id", "requests"], line.EnumerateObject().Select(field => field.Name));
        var request = Assert.Single(line.GetProperty("requests").EnumerateArray());
        Assert.Equal(["category", "operation", "confidence", "abstained", "person", "date", "urgent"], request.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("incident", "incident.print"), (request.GetProperty("category").GetString(), request.GetProperty("operation").GetString()));
        Assert.InRange(request.GetProperty("confidence").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task Where_it_abstains_the_best_guess_is_still_given()
    {
        var verb = await Verb.RunAsync(["classify"], """{"id":"a","channel":"mail","subject":"Bonjour","body":"Comme vu ensemble, merci de faire le nécessaire pour Paul."}""");
        var request = Assert.Single(Assert.Single(verb.Json).GetProperty("requests").EnumerateArray());
        Assert.True(request.GetProperty("abstained").GetBoolean());
        Assert.Contains('.', request.GetProperty("operation").GetString()!);
    }

    [Theory]
    [InlineData("ceci n'est pas du JSON")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"id\":null,\"body\":\"Bonjour\"}")]
    public async Task A_line_that_cannot_be_read_is_named_and_the_others_are_answered(string bad)
    {
        var verb = await Verb.RunAsync(["classify"], $"{Password}\n{bad}\n\n{Printer}\n");
        Assert.Equal(1, verb.ExitCode);
        Assert.Equal(["a", "b"], verb.Json.Select(line => line.GetProperty("id").GetString()));
        Assert.StartsWith("line 2:", Assert.Single(verb.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task French_letters_are_written_as_they_are()
    {
        var verb = await Verb.RunAsync(["classify"], """{"id":"é","channel":"mail","subject":"Arrivée","body":"Merci de créer le compte Microsoft 365 de Zoé Fabulet."}""");
        Assert.Contains("\"é\"", verb.Output, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, Assert.Single(verb.Json).GetProperty("requests").ValueKind);
    }
}
