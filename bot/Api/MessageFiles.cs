using System.Globalization;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;
using Channel = SiOne.Bot.Domain.Intake.Channel;

namespace SiOne.Bot.Host.Api;

/// <summary>The files of a message as technicians see them: a link where the bytes are held, else why they are not.</summary>
/// <param name="parts">The engine.</param>
/// <param name="clock">Fetching has its time.</param>
internal sealed class MessageFiles(EngineParts parts, TimeProvider clock)
{
    /// <summary>Longer than a file is asked for.</summary>
    private static readonly TimeSpan Fetching = TimeSpan.FromMinutes(15);

    /// <summary>In the order in which they were attached.</summary>
    public async Task<IReadOnlyList<BoardFile>> OfAsync(IntakeRow row, KeptText? text, CancellationToken cancellationToken)
    {
        if (text is null || text.Attachments.Count == 0) return [];
        // Those of a mail lie in the spool, as parts of it.
        if (row.Channel is not Channel.Teams) return [.. text.Attachments.Select(name => new BoardFile(name, null, null))];
        var troubles = await parts.Files.TroublesAsync(row.Key, cancellationToken);
        return
        [
            .. text.Attachments.Select((name, number) => parts.Files.Holds(row.Key, number, row.ReceivedAt)
                ? new BoardFile(name, string.Create(CultureInfo.InvariantCulture, $"/api/messages/{row.Key}/attachments/{number}"), null)
                : new BoardFile(name, null, troubles.TryGetValue(number, out var trouble) ? Say(trouble) : clock.GetUtcNow() - row.ReceivedAt < Fetching ? "récupération en cours" : "non récupéré")),
        ];
    }

    private static string Say(FileTrouble trouble) => Typography.Set(trouble switch
    {
        FileTrouble.TooLarge => "non récupéré : plus de 10 Mo",
        FileTrouble.Gone => "non récupéré : Teams ne le donne plus",
        FileTrouble.NotAllowed => "non récupéré : adresse qui n'est pas de Microsoft 365",
        FileTrouble.NoAnswer => "non récupéré : Teams n'a pas répondu",
        _ => throw new System.Diagnostics.UnreachableException(),
    }, Language.French);
}
