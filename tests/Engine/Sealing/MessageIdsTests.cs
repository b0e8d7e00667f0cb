using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Tests.Sealing;

public sealed class MessageIdsTests
{
    private static readonly ConversationId Conversation = new("01KAT2Z8W0ABCDEFGHJKMNPQRS");
    private static readonly MailAddress Ada = MailAddress.Parse("ada@acme.example");
    private readonly MessageIds _ids = new(Bench.Master, "msp.example");

    private string Good => _ids.For(Conversation, "m.1|1|0|abc", Ada);

    [Fact]
    public void An_id_is_always_the_same_and_names_its_conversation()
    {
        Assert.Equal(Good, _ids.For(Conversation, "m.1|1|0|abc", MailAddress.Parse("ADA@acme.example")));
        Assert.Equal(Conversation, _ids.Verify(Good, Ada));
        Assert.NotEqual(Good, _ids.For(Conversation, "m.1|1|1|abc", Ada));
    }

    [Fact]
    public void Every_other_character_anywhere_proves_nothing()
    {
        for (var at = 0; at < Good.Length; at++)
        {
            var forged = $"{Good[..at]}{(Good[at] == 'x' ? 'y' : 'x')}{Good[(at + 1)..]}";
            Assert.True(_ids.Verify(forged, Ada) is null, forged);
        }
    }

    [Fact]
    public void An_id_sent_to_somebody_else_proves_nothing()
    {
        Assert.Null(_ids.Verify(Good, MailAddress.Parse("eva@acme.example")));
        Assert.Null(new MessageIds(new MasterKey(new byte[32]), "msp.example").Verify(Good, Ada));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@msp.example")]
    [InlineData("sione.@msp.example")]
    [InlineData("sione....@msp.example")]
    [InlineData("sione.a.b.é@msp.example")]
    [InlineData("sione.a.b.c.d@msp.example")]
    [InlineData("sione.01KAT2Z8W0ABCDEFGHJKMNPQRS.0011223344556677.@msp.example")]
    public void Hostile_ids_prove_nothing_and_break_nothing(string? id) => Assert.Null(_ids.Verify(id, Ada));

    [Fact]
    public void An_oversized_id_proves_nothing_and_breaks_nothing()
    {
        var dots = new string('.', 1_000_000);
        Assert.Null(_ids.Verify($"sione.{dots}@msp.example", Ada));
        Assert.Null(_ids.Verify($"sione.a.b.{new string('f', 1_000_000)}@msp.example", Ada));
    }

    [Fact]
    public void A_mail_of_ours_coming_back_is_known_by_its_shape()
    {
        Assert.True(_ids.LooksOurs(Good));
        Assert.True(_ids.LooksOurs("sione.forged@msp.example"));
        Assert.False(_ids.LooksOurs("sione.forged@elsewhere.example"));
        Assert.False(_ids.LooksOurs(null));
    }
}
