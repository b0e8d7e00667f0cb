using SiOne.Bot.Scenarios.Hosting;

namespace SiOne.Bot.Scenarios;

/// <summary>RELIABILITY.md, row 42: our answers meet programs that answer them, through real mail servers on both sides.</summary>
public sealed class VacationTests
{
    private const int Cap = 5;

    [Fact]
    public async Task Mailboxes_with_vacation_replies_end_at_one_answer_each()
    {
        await using var site = await Site.CreateAsync();
        string[] away = [site.Admin, site.Address("admin", "serenite"), "someone@elsewhere-vacation.example"];
        var ended = await TalkAsync(site, [.. away.Select(address => new VacationResponder(site, address, courteous: true))], away);

        foreach (var address in away) Assert.Single(await site.AllMailsOfAsync(address));
        Assert.Equal(3, ended.Messages.Count(message => message is { End: "Ignored", Reason: "auto-reply" }));
        var ledger = await site.LedgerAsync();
        Assert.Equal((6, 3, 1), (ledger["seen"], ledger["ignored"], ledger["refused"]));
    }

    [Fact]
    public async Task A_program_that_answers_like_a_person_is_stopped_by_the_cap_and_technicians_hear_of_it()
    {
        await using var site = await Site.CreateAsync();
        site.Settings["SiOne__TechnicianAddress"] = site.Technicians;
        site.Settings["SiOne__Caps__AnswersPerSenderPerHour"] = "5";
        var stranger = "someone@elsewhere-machine.example";
        var machine = new VacationResponder(site, site.Admin, courteous: false);
        var ended = await TalkAsync(site, [machine, new VacationResponder(site, stranger, courteous: false)], [site.Admin, stranger]);

        Assert.Equal(Cap, (await site.AllMailsOfAsync(site.Admin)).Length);
        Assert.Equal(Cap, machine.Sent);
        Assert.Single(await site.AllMailsOfAsync(stranger)); // One a day.
        Assert.Single(ended.Messages.SelectMany(message => message.Effects), effect => effect is { State: "Held", Reason: "answer-cap" });
        var told = await site.AllMailsOfAsync(site.Technicians);
        Assert.Single(told, mail => mail.Subject.Contains("Trop d’envois en une heure", StringComparison.Ordinal));
        var ledger = await site.LedgerAsync();
        Assert.Equal(0, ledger["quarantined"]);
    }

    /// <summary>Everybody writes once, and their programs answer until nobody has anything to answer any more.</summary>
    private static async Task<BoardView> TalkAsync(Site site, VacationResponder[] responders, string[] people)
    {
        foreach (var address in people) await site.SubmitAsync(new Letter { From = address });
        await site.RunAsync();
        for (var round = 0; round < 20; round++)
        {
            var board = await site.SettledAsync(people.Length + responders.Sum(responder => responder.Sent));
            var answered = false;
            foreach (var responder in responders) answered |= await responder.AnswerAsync();
            if (!answered) return board;
        }

        throw new InvalidOperationException("They still write to each other.");
    }
}
