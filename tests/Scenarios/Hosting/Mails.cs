using System.Text;
using MimeKit;

namespace SiOne.Bot.Scenarios.Hosting;

/// <summary>A mail that an invented person writes.</summary>
internal sealed record Letter
{
    public required string From { get; init; }

    public string Subject { get; init; } = "Nouvelle adresse mail";

    /// <summary>By default one request, which an administrator may make by mail.</summary>
    public string Text { get; init; } = "Bonjour,\n\nMerci de créer la boîte mail pour Julien Tessier, notre nouveau chef d’atelier.\n\nCordialement,\nBastien Corvec";

    public string Id { get; init; } = $"{Guid.NewGuid():N}@mail.client.example";

    public string? InReplyTo { get; init; }

    /// <summary>What the customer's mail server found of the sender: pass, fail, none.</summary>
    public string Dmarc { get; init; } = "pass";

    /// <summary>What an attached text file holds; null for no attachment.</summary>
    public string? Attached { get; init; }

    /// <summary>Header fields besides.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields { get; init; } = [];

    /// <summary>Two requests in one mail.</summary>
    public static Letter Twofold(string from) => new()
    {
        From = from,
        Subject = "Départs",
        Text = "Bonjour,\n\nJulien Tessier et Sarah Lemoine quittent l’entreprise le 14 décembre 2026. Merci de supprimer leurs comptes Microsoft 365.\n\nCordialement,\nBastien Corvec",
    };

    public byte[] ToBytes(string to)
    {
        var mail = new MimeMessage();
        mail.Headers.Add("Authentication-Results", $"mx.msp.example; dmarc={Dmarc} header.from={From[(From.IndexOf('@', StringComparison.Ordinal) + 1)..]}");
        mail.From.Add(MailboxAddress.Parse(From));
        mail.To.Add(MailboxAddress.Parse(to));
        mail.Subject = Subject;
        mail.Date = TimeProvider.System.GetUtcNow();
        mail.MessageId = Id;
        if (InReplyTo is not null)
        {
            mail.InReplyTo = InReplyTo;
            mail.References.Add(InReplyTo);
        }

        foreach (var (name, value) in Fields) mail.Headers.Add(name, value);
        var text = new TextPart("plain") { Text = Text };
        mail.Body = Attached is null ? text : new Multipart("mixed") { text, new TextPart("plain") { FileName = "journal.txt", Text = Attached } };
        using var bytes = new MemoryStream();
        mail.WriteTo(FormatOptions.Default, bytes);
        return bytes.ToArray();
    }
}

/// <summary>A mail as it lies in a customer's mailbox.</summary>
internal sealed class Received
{
    private readonly MimeMessage _mail;
    private readonly byte[] _raw;

    public Received(byte[] raw)
    {
        _raw = raw;
        using var stream = new MemoryStream(raw);
        _mail = MimeMessage.Load(stream);
    }

    public string Id => _mail.MessageId ?? "";

    public string? InReplyTo => _mail.InReplyTo;

    public IReadOnlyList<string> References => [.. _mail.References];

    public string Subject => _mail.Subject ?? "";

    /// <summary>A header field's value; null without.</summary>
    public string? Field(string name) => _mail.Headers[name];

    /// <summary>The address in the text that leads to a page below that path, as somebody would click on it.</summary>
    public Uri Link(string path) => new(Assert.Single(
        Text.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.StartsWith($"https://{CustomersPage.Name}{path}", StringComparison.Ordinal)).Distinct()));

    public string? AutoSubmitted => _mail.Headers["Auto-Submitted"];

    /// <summary>Everything that a reader could see, and the raw bytes.</summary>
    public string All => $"{Subject}\n{_mail.TextBody}\n{_mail.HtmlBody}\n{Encoding.UTF8.GetString(_raw)}";

    /// <summary>All that was frozen, without the header fields that servers add on the way.</summary>
    public string Content => $"{_mail.Date:o}\n{_mail.From}\n{_mail.To}\n{Id}\n{InReplyTo}\n{Subject}\n{_mail.TextBody}\n{_mail.HtmlBody}";

    public string Text => _mail.TextBody ?? "";
}
