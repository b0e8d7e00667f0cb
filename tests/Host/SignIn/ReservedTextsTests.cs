using System.Net;
using System.Text.Json;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.SignIn;

/// <summary>Art. 25: who reads on the page what somebody asks about their data.</summary>
public sealed class ReservedTextsTests
{
    private const string Canary = "dossier Zéphyrine";
    private const string Other = "1ead0000-0000-4000-8000-0000000000ff";
    private const string Address = "SiOne__DataProtection__Address";
    private const string Readers = "SiOne__DataProtection__Readers";

    public static TheoryData<string?, string?, bool> Settings => new()
    {
        { "dpo@msp.example", FakeEntra.Lead, true },
        { null, $"{Other}, {FakeEntra.Lead}", true },
        { "dpo@msp.example", Other, false },
        { "dpo@msp.example", null, false },
        { null, Other, false },
        { null, null, true }, // Nobody is named: technicians are all there is.
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Only_whoever_answers_for_personal_data_reads_what_is_asked(string? address, string? readers, bool reads)
    {
        (string, string)[] more = [.. address is null ? [] : new[] { (Address, address) }, .. readers is null ? [] : new[] { (Readers, readers) }];
        await using var site = await EntraSite.StartAsync(more: more);
        Assert.Equal("/", await site.Browser.SignInAsync());
        var call = new { key = "call-0001", from = "lea@client.example", text = $"Au titre du RGPD, je souhaite exercer mon droit d'accès à mes données personnelles, {Canary}." };
        using (var kept = await site.Browser.PostAsync("/api/calls", call)) Assert.Equal(HttpStatusCode.Accepted, kept.StatusCode);
        await Deadline.UntilAsync(() => site.Host.Counts is { Waiting: 0, Requests: 1 });

        var message = (await site.Browser.JsonAsync("/api/board")).GetProperty("messages")[0];
        var request = message.GetProperty("requests")[0];
        Assert.Equal("other.data-rights", request.GetProperty("operation").GetString());
        using (var marked = await site.Browser.PostAsync($"/api/requests/{request.GetProperty("reference").GetString()}/acts", new { verb = "MarkProcessor" })) Assert.Equal(HttpStatusCode.OK, marked.StatusCode);
        using (var noted = await site.Browser.PostAsync($"/api/requests/{request.GetProperty("reference").GetString()}/acts", new { verb = "Note", text = $"Concerne le {Canary}." })) Assert.Equal(HttpStatusCode.OK, noted.StatusCode);

        message = (await site.Browser.JsonAsync("/api/board")).GetProperty("messages")[0];
        Assert.Equal(reads, Text(message).Contains(Canary, StringComparison.Ordinal));
        Assert.Equal(!reads, message.GetProperty("text").GetString()!.StartsWith("Réservé", StringComparison.Ordinal));
        foreach (var effect in message.GetProperty("effects").EnumerateArray())
        {
            using var preview = await site.Browser.GetAsync($"/answers?key={Uri.EscapeDataString(effect.GetProperty("key").GetString()!)}");
            if (!reads) Assert.DoesNotContain(Canary, await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            else if (effect.GetProperty("kind").GetString()!.StartsWith("alert-data-protection", StringComparison.Ordinal)) Assert.Contains("Zéphyrine", WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    private static string Text(JsonElement message) => JsonSerializer.Serialize(message, Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
