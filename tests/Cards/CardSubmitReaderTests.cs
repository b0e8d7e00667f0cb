using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using SiOne.Bot.Cards.Actions;

namespace SiOne.Bot.Cards.Tests;

public sealed class CardSubmitReaderTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private const string Text = "text-0123456789ab";

    [Fact]
    public void What_belongs_to_the_action_is_read_and_what_belongs_to_another_is_left_out()
    {
        var read = Submit($$"""{"v":1,"id":"{{Id}}","{{Text}}":"  bonjour ","date-0123456789ab":"2026-12-01","person-0123456789ab":"","text-ffffffffffff":"autre"}""");
        Assert.Null(read.Refusal);
        Assert.Equal(Id, read.Submit!.Id);
        Assert.False(read.Submit.IsAutomatic);
        Assert.Equal([CardInput.Text, CardInput.Date], read.Submit.Inputs.Keys);
        Assert.Equal("bonjour", read.Submit[CardInput.Text]);
        Assert.Null(read.Submit[CardInput.Person]);
    }

    [Fact]
    public void Both_ways_of_sending_read_the_same()
    {
        var data = $$"""{"v":1,"id":"{{Id}}","{{Text}}":"bonjour"}""";
        var execute = Execute($$"""{"action":{"type":"Action.Execute","id":"x","verb":"take","data":{{data}}},"trigger":"manual"}""");
        var submit = Submit(data);
        Assert.Equal(submit.Submit!.Id, execute.Submit!.Id);
        Assert.Equal(submit.Submit.Inputs, execute.Submit.Inputs.AsEnumerable());
        Assert.False(execute.Submit.IsAutomatic);
    }

    [Fact]
    public void A_refresh_that_the_client_made_by_itself_says_so() => Assert.True(
        Execute($$$"""{"action":{"type":"Action.Execute","verb":"refresh","data":{"v":1,"id":"{{{Id}}}"}},"trigger":"automatic"}""").Submit!.IsAutomatic);

    [Theory]
    [InlineData("""{}""", CardSubmitRefusal.OtherVersion)]
    [InlineData("""[]""", CardSubmitRefusal.Malformed)]
    [InlineData("""null""", CardSubmitRefusal.Malformed)]
    [InlineData("""1""", CardSubmitRefusal.Malformed)]
    [InlineData("""{"v":2,"id":"0123456789abcdef0123456789abcdef"}""", CardSubmitRefusal.OtherVersion)]
    [InlineData("""{"v":"1","id":"0123456789abcdef0123456789abcdef"}""", CardSubmitRefusal.OtherVersion)]
    [InlineData("""{"v":1.5,"id":"0123456789abcdef0123456789abcdef"}""", CardSubmitRefusal.OtherVersion)]
    [InlineData("""{"v":99999999999999,"id":"0123456789abcdef0123456789abcdef"}""", CardSubmitRefusal.OtherVersion)]
    [InlineData("""{"v":1}""", CardSubmitRefusal.BadId)]
    [InlineData("""{"v":1,"id":1}""", CardSubmitRefusal.BadId)]
    [InlineData("""{"v":1,"id":""}""", CardSubmitRefusal.BadId)]
    [InlineData("""{"v":1,"id":"0123456789ABCDEF0123456789ABCDEF"}""", CardSubmitRefusal.BadId)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcde"}""", CardSubmitRefusal.BadId)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdeg"}""", CardSubmitRefusal.BadId)]
    [InlineData("""{"v":1,"id":"\ud800"}""", CardSubmitRefusal.BadId)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","request":"SI-7K3M-9QXA"}""", CardSubmitRefusal.UnknownInput)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","text":"a"}""", CardSubmitRefusal.UnknownInput)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","verb-0123456789ab":"a"}""", CardSubmitRefusal.UnknownInput)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","text-0123456789AB":"a"}""", CardSubmitRefusal.UnknownInput)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","text-0123456789abc":"a"}""", CardSubmitRefusal.UnknownInput)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","Text-0123456789ab":"a"}""", CardSubmitRefusal.UnknownInput)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","text-0123456789ab":1}""", CardSubmitRefusal.Malformed)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","text-0123456789ab":null}""", CardSubmitRefusal.Malformed)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","text-0123456789ab":{"a":1}}""", CardSubmitRefusal.Malformed)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","text-0123456789ab":"\ud800"}""", CardSubmitRefusal.Malformed)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","id":"ffffffffffffffffffffffffffffffff"}""", CardSubmitRefusal.Malformed)]
    [InlineData("""{"v":1,"id":"0123456789abcdef0123456789abcdef","\ud800":"a"}""", CardSubmitRefusal.Malformed)]
    public void Anything_else_is_refused(string json, CardSubmitRefusal refusal)
    {
        var read = Submit(json);
        Assert.Null(read.Submit);
        Assert.Equal(refusal, read.Refusal);
    }

    [Theory]
    [InlineData("""{}""", CardSubmitRefusal.Malformed)]
    [InlineData("""{"action":{}}""", CardSubmitRefusal.Malformed)]
    [InlineData("""{"action":[]}""", CardSubmitRefusal.Malformed)]
    [InlineData("""{"action":{"data":{"v":1,"id":"0123456789abcdef0123456789abcdef"}}}""", CardSubmitRefusal.NotExecute)]
    [InlineData("""{"action":{"type":"Action.Submit","data":{"v":1,"id":"0123456789abcdef0123456789abcdef"}}}""", CardSubmitRefusal.NotExecute)]
    [InlineData("""{"action":{"type":"Action.Execute","data":"{}"}}""", CardSubmitRefusal.Malformed)]
    public void An_invoke_that_is_no_execute_is_refused(string json, CardSubmitRefusal refusal) => Assert.Equal(refusal, Execute(json).Refusal);

    [Fact]
    public void As_much_as_a_card_allows_is_taken_and_no_more()
    {
        Assert.Null(Submit($$"""{"v":1,"id":"{{Id}}","{{Text}}":"{{new string('a', 4_000)}}"}""").Refusal);
        Assert.Equal(CardSubmitRefusal.TooLong, Submit($$"""{"v":1,"id":"{{Id}}","{{Text}}":"{{new string('a', 4_001)}}"}""").Refusal);
        Assert.Equal(CardSubmitRefusal.TooLong, Submit($$"""{"v":1,"id":"{{Id}}","name-0123456789ab":"{{new string('a', 257)}}"}""").Refusal);
        var many = string.Join(',', Enumerable.Range(0, 63).Select(i => $"\"text-{i:x12}\":\"\""));
        Assert.Equal(CardSubmitRefusal.Malformed, Submit($$"""{"v":1,"id":"{{Id}}",{{many}}}""").Refusal);
    }

    [Fact]
    public void What_is_no_document_is_refused()
    {
        Assert.Equal(CardSubmitRefusal.Malformed, CardSubmitReader.ReadSubmit(default).Refusal);
        Assert.Equal(CardSubmitRefusal.Malformed, CardSubmitReader.ReadExecute(default).Refusal);
    }

    /// <summary>A good payload with bytes overwritten: read or refused, nothing thrown, and never another identifier's inputs.</summary>
    [Property(MaxTest = 3_000)]
    public bool Nothing_is_ever_thrown((ushort At, byte Value)[] changes)
    {
        var bytes = Encoding.UTF8.GetBytes($$$"""{"action":{"type":"Action.Execute","verb":"take","data":{"v":1,"id":"{{{Id}}}","{{{Text}}}":"a\u00e9","date-0123456789ab":""}},"trigger":"manual"}""");
        foreach (var (at, value) in changes ?? []) bytes[at % bytes.Length] = value;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            return true;
        }

        using (document)
        {
            ImmutableArray<CardSubmitReading> read = [CardSubmitReader.ReadExecute(document.RootElement), CardSubmitReader.ReadSubmit(document.RootElement)];
            return read.All(one => (one.Submit is null) != (one.Refusal is null) && (one.Submit is null || CardAction.IsId(one.Submit.Id)));
        }
    }

    private static CardSubmitReading Submit(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CardSubmitReader.ReadSubmit(document.RootElement);
    }

    private static CardSubmitReading Execute(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CardSubmitReader.ReadExecute(document.RootElement);
    }
}
