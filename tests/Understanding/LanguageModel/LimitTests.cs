using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.TestKit.Servers;
using SiOne.Bot.Understanding.LanguageModel;
using static SiOne.Bot.Understanding.Tests.LanguageModel.ModelScene;

namespace SiOne.Bot.Understanding.Tests.LanguageModel;

/// <summary>The daily budget and the circuit breaker.</summary>
public sealed class LimitTests
{
    private const string Quote = "ne suit plus";

    [Fact]
    public async Task The_days_requests_end_at_midnight_in_Paris_and_outlive_a_restart()
    {
        await using var scene = await StartAsync(requests: 2);
        scene.Server.Says(Says("incident.software", Quote));
        for (var i = 0; i < 3; i++) await scene.ReadAsync(Message($"Le planning {i} ne suit plus."));
        Assert.Equal(2, scene.Server.Asked);
        Assert.Equal(["BudgetSpent"], scene.Faults);
        Assert.False(new DailyBudget(scene.BudgetPath, 2, scene.Clock).TrySpend());

        scene.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 11, 22, 59, 0, TimeSpan.Zero));
        await scene.ReadAsync(Message("Le planning 4 ne suit plus."));
        Assert.Equal(2, scene.Server.Asked);
        scene.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 11, 23, 0, 0, TimeSpan.Zero));
        await scene.ReadAsync(Message("Le planning 5 ne suit plus."));
        Assert.Equal(3, scene.Server.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("2026-03-11")]
    [InlineData("2026-03-11 -4")]
    [InlineData("2026-03-12 200")]
    public async Task A_budget_that_cannot_be_read_or_is_of_a_later_day_spends_nothing(string content)
    {
        await using var scene = await StartAsync();
        await File.WriteAllTextAsync(scene.BudgetPath, content);
        Assert.False(scene.Budget.TrySpend());
    }

    [Fact]
    public async Task A_budget_that_cannot_be_written_spends_nothing()
    {
        await using var scene = await StartAsync();
        Assert.False(new DailyBudget(Path.Combine(scene.BudgetPath, "no", "such", "folder"), 5, scene.Clock).TrySpend());
    }

    [Fact]
    public async Task A_model_that_fails_is_left_alone_and_tried_again_later()
    {
        await using var scene = await StartAsync();
        scene.Server.Answer = (context, _) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        for (var i = 0; i < LanguageModelUnderstanding.FailuresBefore + 2; i++) await scene.ReadAsync(Message($"Le planning {i} ne suit plus."));
        Assert.Equal(LanguageModelUnderstanding.FailuresBefore, scene.Server.Asked);
        Assert.Equal(["Refused", "Refused", "Refused", "CircuitOpen", "CircuitOpen"], scene.Faults);

        scene.Clock.Advance(LanguageModelUnderstanding.LeftAlone + TimeSpan.FromSeconds(1));
        scene.Server.Says(Says("incident.software", Quote));
        var request = Assert.Single(await scene.ReadAsync(Message("Le planning 9 ne suit plus.")));
        Assert.Equal(IncidentOperations.Software, request.Operation);
    }

    [Fact]
    public async Task An_answer_that_changes_nothing_is_no_failure_of_the_provider()
    {
        await using var scene = await StartAsync();
        scene.Server.Says(Says("other.none", Quote));
        for (var i = 0; i < 6; i++) await scene.ReadAsync(Message($"Le planning {i} ne suit plus."));
        Assert.Equal(6, scene.Server.Asked);
    }

    [Fact]
    public void The_key_is_in_no_description_of_the_settings() =>
        Assert.DoesNotContain("sk-1", new LanguageModelOptions { ApiKey = "sk-1", Endpoint = "https://x.example/v1", Model = ChatCompletionServer.Model }.ToString(), StringComparison.Ordinal);
}
