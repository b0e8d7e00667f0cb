using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Host.Api;

namespace SiOne.Bot.Host.Tests.Api;

/// <summary>The page names an alert as the alert itself does.</summary>
public sealed class EffectWordsTests
{
    [Theory]
    [InlineData("emergency", "Alerte aux techniciens : urgence")]
    [InlineData(Reactions.Untaken, "Alerte aux techniciens : demande que personne n’a encore prise")]
    [InlineData(NoticePlanner.NoApprover, "Alerte aux techniciens : personne ne peut donner l’accord chez ce client")]
    [InlineData("something-new", "Alerte aux techniciens : alerte something-new")]
    public void An_alert_is_named_by_its_reason(string reason, string name) =>
        Assert.Equal(name, EffectWords.Name(new Effect.AlertTechnicians(new("f.1"), [], reason)).Replace('\u00A0', ' '));

    [Fact]
    public void The_engines_own_reason_has_words() => Assert.True(AlertWords.Reasons.ContainsKey(NoticePlanner.NoApprover));
}
