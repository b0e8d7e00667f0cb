using System.Collections.Immutable;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>Reads one text as it came in on Wednesday 2026-03-11.</summary>
internal static class Read
{
    private static readonly RuleBasedUnderstanding Understanding = new();

    public static async Task<ImmutableArray<UnderstoodRequest>> All(string text, string subject = "", string? sender = null) =>
        await Understanding.UnderstandAsync(new MessageToUnderstand(Channel.Mail, subject, text, LabelledRequests.ReceivedAt, sender), CancellationToken.None);

    public static async Task<UnderstoodRequest> First(string text, string subject = "", string? sender = null) => (await All(text, subject, sender))[0];
}
