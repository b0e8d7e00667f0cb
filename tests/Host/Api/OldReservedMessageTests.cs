using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Tests.Operations;

namespace SiOne.Bot.Host.Tests.Api;

/// <summary>Art. 25: a message stays reserved when newer ones have pushed it out of the page's memory.</summary>
public sealed class OldReservedMessageTests : IDisposable
{
    private const int MoreThanThePageHolds = 2_001;
    private readonly Installation _installation = new(("SiOne__DataProtection__Address", "dpo@msp.example"));

    public void Dispose() => _installation.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_else_a_reserved_message_asked_stays_withheld(bool old)
    {
        await using var parts = await _installation.OpenAsync();
        var (right, other) = await TwoOfOneMessageAsync(parts);
        if (old) PushOut(parts, right.State.Intake);
        var reserved = new ReservedTexts(parts);
        Assert.True(await reserved.HoldsMessageOfAsync(right.State, CancellationToken.None));
        Assert.True(await reserved.HoldsMessageOfAsync(other.State, CancellationToken.None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_ordinary_message_is_read_however_old(bool old)
    {
        await using var parts = await _installation.OpenAsync();
        await Installation.HandInAsync(parts, "cle-0001", "lea@atelier.example", "Merci de créer une boîte mail pour Zoé Fabulet.");
        await Installation.SettleAsync(parts);
        var request = Assert.Single(await Installation.RequestsAsync(parts));
        if (old) PushOut(parts, request.State.Intake);
        Assert.False(await new ReservedTexts(parts).HoldsMessageOfAsync(request.State, CancellationToken.None));
    }

    [Fact]
    public async Task A_message_that_neither_page_nor_store_knows_is_withheld()
    {
        await using var parts = await _installation.OpenAsync();
        await Installation.HandInAsync(parts, "cle-0001", "lea@atelier.example", "Merci de créer une boîte mail pour Zoé Fabulet.");
        await Installation.SettleAsync(parts);
        var request = Assert.Single(await Installation.RequestsAsync(parts));
        var unknown = request.State with { Intake = new IntakeKey("http:nobody-knows-it") };
        Assert.True(await new ReservedTexts(parts).HoldsMessageOfAsync(unknown, CancellationToken.None));
    }

    /// <summary>A right on personal data, and a mailbox that the same message asked for.</summary>
    private static async Task<(RequestDocument Right, RequestDocument Other)> TwoOfOneMessageAsync(EngineParts parts)
    {
        await Installation.HandInAsync(parts, "cle-0001", "lea@atelier.example", "Au titre du RGPD, je souhaite exercer mon droit d'accès à mes données personnelles.");
        await Installation.HandInAsync(parts, "cle-0002", "lea@atelier.example", "Merci de créer une boîte mail pour Zoé Fabulet.");
        await Installation.SettleAsync(parts);
        var requests = await Installation.RequestsAsync(parts);
        var right = requests.Single(request => request.State.OperationId == "other.data-rights");
        var other = requests.Single(request => request.Id != right.Id);
        var row = (await parts.Store.FindIntakeAsync(right.State.Intake, CancellationToken.None))!;
        var unit = new StoreUnit
        {
            Intake = [row with { Version = row.Version + 1, Requests = [right.Id, other.Id] }],
            Requests = [other with { Version = other.Version + 1, State = other.State with { Intake = row.Key } }],
        };
        Assert.Equal(CommitResult.Committed, await parts.Store.CommitAsync(unit, CancellationToken.None));
        parts.Board.Apply(unit);
        return (right, unit.Requests[0]);
    }

    private static void PushOut(EngineParts parts, IntakeKey key)
    {
        var row = parts.Board.Find(key)!.Row;
        for (var i = 0; i < MoreThanThePageHolds; i++) parts.Board.Apply(row with { Key = new IntakeKey($"http:newer-{i}"), KeptAt = row.KeptAt.AddMinutes(1) });
        Assert.Null(parts.Board.Find(key));
    }
}
