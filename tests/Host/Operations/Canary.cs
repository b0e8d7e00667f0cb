using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>A person whose every trace is a word that stands nowhere else, planted wherever the product keeps something.</summary>
internal static class Canary
{
    public const string Address = "zk@scierie.example";
    public const string Id = "p7";
    private static readonly Guid Tenant = new("0e000000-0000-4000-8000-00000000000a");
    private static readonly Guid Account = new("4f0c8f2e-6b7d-4f0e-9a51-0c2d3e4f5a6b");

    /// <summary>What must be found nowhere afterwards, in small letters.</summary>
    public static ImmutableArray<string> Words { get; } =
    [
        "kanarivault", Address, "6 98 76 54 32", "sujetcanari", "corpscanari", "citationcanari", "fichiercanari", "piececanari", "ditcanari", "plancanari",
        "avantcanari", "detailcanari", "chatcanari", "jointcanari", "quarantcanari", "correctioncanari", Account.ToString("D"),
    ];

    public static IEnumerable<string> In(string text) => Words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The customer file with them in it.</summary>
    public static void List(Installation installation, string more = "") => File.WriteAllText(installation.At("customers", "scierie.json"), $$"""
        { "name": "Scierie Fabulet", "level": "Standard", "services": ["Maintenance", "Messaging", "Microsoft365"], "domains": ["scierie.example"], {{more}}
          "tenantId": "{{Tenant}}",
          "people": [{ "id": "ada", "name": "Ada Modèle", "addresses": ["ada@scierie.example"], "role": "direction" },
            { "id": "{{Id}}", "name": "Zéphyrine Kanarivault", "addresses": ["{{Address}}"], "entraId": "{{Account}}", "phones": [{ "number": "+33 6 98 76 54 32", "since": "2026-01-05" }] }] }
        """);

    /// <summary>The customer file as a person leaves it after an erasure.</summary>
    public static void Unlist(Installation installation) => File.WriteAllText(installation.At("customers", "scierie.json"), """
        { "name": "Scierie Fabulet", "level": "Standard", "services": ["Maintenance", "Messaging", "Microsoft365"], "domains": ["scierie.example"],
          "people": [{ "id": "ada", "name": "Ada Modèle", "addresses": ["ada@scierie.example"], "role": "direction" }] }
        """);

    /// <summary>Their messages, and others' that name them; returns their request.</summary>
    public static async Task<RequestDocument> PlantAsync(EngineParts parts)
    {
        await Installation.TakeAsync(parts, Theirs(1), Unreadable(2));
        var theirs = Assert.Single(await Installation.RequestsAsync(parts));
        await Installation.TakeAsync(parts,
            Installation.Mail(3, text: "Bonjour,\n\nL'écran de Mme KANARIVAULT ne s'allume plus, le joindre au 06 98 76 54 32 ou zk@scierie.example.\n"),
            Installation.Mail(4, text: "Bonjour,\n\nMon imprimante ne marche plus, bureau 12.\n"),
            Installation.Mail(5, from: "lea@atelier.example", text: "Bonjour,\n\nL'ordinateur de Zéphyrine Durand ne démarre plus.\n"));
        await SayAsync(parts, theirs, ActVerb.Reply, "Bonjour, ditcanari est noté.");
        await PlantBesideAsync(parts, theirs);
        while (await parts.Outbox.WorkOnceAsync(CancellationToken.None)) { }
        foreach (var other in (await Installation.RequestsAsync(parts)).Where(document => document.Id != theirs.Id && document.State.State is not RequestState.Closed))
            await SayAsync(parts, other, ActVerb.Close, null);
        while (await parts.Outbox.WorkOnceAsync(CancellationToken.None)) { }
        return theirs;
    }

    public static async Task SayAsync(EngineParts parts, RequestDocument document, ActVerb verb, string? text) =>
        Assert.Null((await parts.Desk.DoAsync(document.State.Reference, "Inès", new ActWish(verb) { Text = text }, CancellationToken.None)).Refusal);

    private static RawMail Theirs(uint uid) => Installation.Mail(uid) with
    {
        Bytes = Encoding.UTF8.GetBytes($"""
            Authentication-Results: mx.msp.example; dmarc=pass header.from=scierie.example
            From: =?utf-8?q?Z=C3=A9phyrine_Kanarivault?= <{Address}>
            To: <support@msp.example>
            Subject: Panne sujetcanari
            Message-ID: <canari-{uid}@scierie.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            Bonjour,

            Mon ordinateur corpscanari ne démarre plus.

            Le 2 mars 2026 à 10:12, Paul a écrit :
            > citationcanari
            --b
            Content-Type: text/plain; name=fichiercanari.txt
            Content-Disposition: attachment; filename=fichiercanari.txt

            piececanari
            --b--
            """.ReplaceLineEndings("\r\n")),
    };

    private static RawMail Unreadable(uint uid) => Installation.Mail(uid, from: Address, text: "quarantcanari") with { TooLarge = true };

    /// <summary>What Teams, plans and corrections keep, under their own keys.</summary>
    private static async Task PlantBesideAsync(EngineParts parts, RequestDocument theirs)
    {
        var chat = ChatKey.Of(new SignedInAccount(Tenant, Account));
        await parts.Chats.RememberAsync(
            chat, new Chat($$"""{"Address":"{{Address}}","Name":"Z\u00e9phyrine Kanarivault","note":"chatcanari"}""", Language.French), sender: null, CancellationToken.None);
        var card = new ShownCard { Id = ShownCard.IdOfAnswer(theirs.State.Intake), Chat = chat, Requests = [theirs.Id], Versions = [1], Place = "chatcanari" };
        var inChannel = card with { Id = ShownCard.IdForTechnicians(theirs.Id), Chat = ChatKey.Technicians, Place = null };
        TextRow Seal(string key, string text) => parts.Vault.Seal(key, Encoding.UTF8.GetBytes(text));
        await parts.Store.CommitAsync(
            new StoreUnit
            {
                Texts =
                [
                    parts.Cards.Seal(card), parts.Cards.SealPlace("chatcanari", card), parts.Cards.Seal(inChannel),
                    Seal($"request/{theirs.Id}/plan/3-0123", """{"Steps":[{"Name":"plancanari"}]}"""), Seal($"request/{theirs.Id}/plan/3-0123/before/0", """{"To":"avantcanari"}"""),
                    Seal(CorrectedText.Key(theirs.Id), """{"Subject":"correctioncanari"}"""), Seal($"digest/scierie/2026-W12/{Id}", "detailcanari"),
                    Seal($"chat-of/scierie/{Id}", Account.ToString("D")),
                    // Somebody else's texts of kinds that are not known yet.
                    Seal("digest/atelier/2026-W12", "L'ordinateur de Paul"), Seal("digest/scierie/2026-W12", """{"Lines":["Mme Kanarivault : 1","Ada : 2"]}"""),
                ],
            },
            CancellationToken.None);
        parts.Files.Keep(theirs.State.Intake, 0, nameof(Channel.Teams), theirs.State.ReceivedAt, "jointcanari"u8);
    }
}
