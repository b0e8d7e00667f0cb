using System.Text;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Intake;

/// <summary>Message-IDs and dates as real senders get them wrong: no mail is lost or doubled for it, and no clock believes it (RELIABILITY A6, A8, A18).</summary>
public sealed class OddHeaderTests
{
    private static readonly string?[] Ids =
    [
        null, "", "<>", "< >", "<@>", "<a>", "a", "a@b", "<a@b", "a@b>", "<<a@b>>", "<a@b><c@d>", "<a@b> <c@d>", "<a b@c>", "<a@b@c>", "<\"a b\"@c>", "<a@[192.0.2.1]>", "<é@b>", "<=?utf-8?Q?=C3=A9?=@b>",
        "<A@B>", "<a@B>", "<A@b>", "<a@b.>", "<.a@b>", "<a@b\tc>", "<a@b>\r\n\t<c@d>", "(comment) <a@b>", "<a@b> (comment)", "\u0000", "<a\u0000b@c>", "<\u202Ea@b>", "<a@b>;", "\"<a@b>\"", "<%00@b>", "<../../a@b>",
        "<$where@b>", "<' OR 1=1 --@b>", "<SI-7K3M-9QXA@b>", "<" + new string('a', 900) + "@b>", "<" + new string('a', 5_000) + "@b>", "<" + new string('a', 20_000) + "@b>", "<sione.x.y.z@msp.example.evil>",
    ];

    [Fact]
    public async Task Forty_odd_Message_IDs_stop_nothing_and_each_mail_is_one_request()
    {
        await using var bench = new Bench();
        var mails = Ids.Select((id, i) => With(Bench.Mail((uint)(i + 1)), "Message-ID", id, i)).ToArray();
        Assert.True(mails.Length >= 40);
        await bench.TakeAsync(mails);
        var rows = await bench.Store.ListIntakeAsync("", 100, CancellationToken.None);
        Assert.Equal(mails.Length, rows.Length);
        Assert.All(rows, row => Assert.Equal((LedgerEnd.Requests, 1), (row.End, row.Requests.Length)));
        Assert.Equal(mails.Length, rows.SelectMany(row => row.Requests).Distinct().Count());
    }

    [Fact]
    public async Task Two_mails_of_one_Message_ID_are_two_requests()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(With(Bench.Mail(1), "Message-ID", "<same@client.example>", 1), With(Bench.Mail(2), "Message-ID", "<same@client.example>", 2));
        Assert.Equal(2, (await bench.Store.ListRequestsAsync("", 10, CancellationToken.None)).Length);
    }

    [Theory]
    [InlineData("Thu, 01 Jan 1970 00:00:00 +0000")]
    [InlineData("Fri, 31 Dec 2055 23:59:59 +0000")]
    [InlineData("Tue, 24 Nov 2026 10:00:00 +9900")]
    [InlineData("Tue, 31 Feb 2026 25:61:61 CEST")]
    [InlineData("hier")]
    [InlineData("")]
    public async Task The_hours_run_from_when_our_server_received_it_whatever_its_date_says(string date)
    {
        await using var bench = new Bench();
        await bench.TakeAsync(With(Bench.Mail(1), "Date", date, 1), Bench.Mail(2));
        var requests = await bench.Store.ListRequestsAsync("", 10, CancellationToken.None);
        Assert.Equal(2, requests.Length);
        Assert.Equal(requests[0].State.Due, requests[1].State.Due);
        Assert.All(requests, request => Assert.Equal(Bench.Start, request.State.ReceivedAt));
    }

    /// <summary>The mail with a field changed or left out, and a text of its own.</summary>
    private static RawMail With(RawMail mail, string field, string? value, int number)
    {
        var lines = Encoding.UTF8.GetString(mail.Bytes.Span).Split("\r\n").Where(line => !line.StartsWith($"{field}:", StringComparison.Ordinal)).ToList();
        if (value is not null) lines.Insert(1, $"{field}: {value}");
        var text = string.Join("\r\n", lines).Replace("Julien Tessier", $"Julien Tessier{new string('e', number)}", StringComparison.Ordinal);
        return mail with { Bytes = Encoding.UTF8.GetBytes(text) };
    }
}
