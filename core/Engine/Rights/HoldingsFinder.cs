using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Rights;

/// <summary>
/// Finds what is held about somebody: what is theirs by its keys, and what is others' but names them, by opening every text and every raw message. Nothing is
/// changed. A customer is found by keys alone: nobody looks for its people in other customers' texts (Art. 20).
/// </summary>
/// <param name="store">Read only here.</param>
/// <param name="vault">Opens texts.</param>
/// <param name="messages">Opens messages.</param>
/// <param name="files">Files attached in chats.</param>
public sealed class HoldingsFinder(IStore store, TextVault vault, KeptMessages messages, KeptFiles files)
{
    /// <summary>Finds it. Reads the whole store and spool once, and the texts twice.</summary>
    public async Task<Holdings> FindAsync(DataSubject subject, CancellationToken cancellationToken)
    {
        subject = await MeetAsync(subject, cancellationToken);
        var held = new Holdings { Subject = subject };
        var looked = new Looked(TextCut.Of(subject, ofOtherCustomers: false), TextCut.Of(subject, ofOtherCustomers: true));
        await foreach (var document in store.AllRequestsAsync(cancellationToken))
        {
            if (await IsOwnAsync(document, subject, cancellationToken)) held.Requests.Add(document.Id.Value, document);
            if (subject.Customer is { } customer && document.State.CustomerId != customer.Id) looked.Others.Add(document.Id);
        }

        var asked = held.Requests.Values.Select(document => document.State.Intake).ToHashSet();
        await foreach (var row in store.AllIntakeAsync(cancellationToken)) await AddAsync(held, row, asked, looked, cancellationToken);
        await foreach (var row in store.AllOutboxAsync(cancellationToken))
        {
            if (await IsOwnAsync(row, held, cancellationToken)) held.Effects.Add(row.Key, row);
            if (looked.IsOfOthers(row.Effect.About())) looked.OtherEffects.Add(row.Key);
        }

        await foreach (var row in store.AllTextsAsync(cancellationToken)) await AddAsync(held, row, looked, cancellationToken);
        await CompleteAsync(held, cancellationToken);
        return held;
    }

    /// <summary>What their own messages and chats say of them: names and accounts.</summary>
    private async Task<DataSubject> MeetAsync(DataSubject subject, CancellationToken cancellationToken)
    {
        if (subject.IsCustomer) return subject;
        var (names, accounts) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<Guid>());
        await foreach (var row in store.AllIntakeAsync(cancellationToken))
            if (await messages.TextOfAsync(row, cancellationToken) is { FromName: { } name, From: { } from } && subject.Owns(from) && IsOwnName(name, from)) names.Add(name);
        var addresses = new TextCut(PersonCut.Of(new PersonTraces { Addresses = subject.Traces.Addresses }));
        await foreach (var row in store.AllTextsAsync(cancellationToken))
        {
            var parts = row.Key.Split('/');
            if (parts is ["chat", _, var account] && Guid.TryParse(account, out var id) && TryOpen(row) is { } chat && addresses.IsIn(chat)) accounts.Add(id);
            if (parts is ["chat-of", var customer, var person] && person == subject.PersonId && customer == subject.Customer?.Id
                && TryOpen(row) is { } bytes && Guid.TryParse(Encoding.UTF8.GetString(bytes), out var known)) accounts.Add(known);
        }

        return subject.With(names, accounts);
    }

    /// <summary>What stands beside an address is somebody's name where the address says so too; else it may be the company's, or a colleague's.</summary>
    private static bool IsOwnName(string name, string address) =>
        name.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Any(word => word.Length > 2 && PersonNames.Holds(address[..address.LastIndexOf('@')], word));

    private async Task<bool> IsOwnAsync(RequestDocument document, DataSubject subject, CancellationToken cancellationToken)
    {
        if (subject.Customer is { } customer && document.State.CustomerId != customer.Id) return false;
        if (subject.IsCustomer || (subject.PersonId is { } person && document.State.PersonId == person)) return true;
        // Not listed then, or not any more.
        var details = await RequestDetails.ReadAsync(vault, document.Id, cancellationToken);
        return subject.Owns(details?.AskedBy) || (details?.Account is { } account && subject.Traces.Accounts.Contains(account));
    }

    private async Task AddAsync(Holdings held, IntakeRow row, HashSet<IntakeKey> asked, Looked looked, CancellationToken cancellationToken)
    {
        var message = await messages.OpenAsync(row, cancellationToken);
        if (message.Raw is null && row.RawDestroyedAt is null) held.Unreadable++;
        var attached = files.CountOf(row.Key, row.ReceivedAt);
        if (asked.Contains(row.Key) || message.IsOf(held.Subject) || (row.End is LedgerEnd.Quarantined && IsFrom(message, held.Subject)))
        {
            held.Messages.Add(row.Key.Value, row);
            if (message.Raw is not null) held.Raw.Add(row);
            if (attached > 0) held.Files.Add(row.Key.Value, attached);
            return;
        }

        held.FilesOfOthers += attached;
        var isOthers = looked.IsOfOthers(row.Requests);
        if (isOthers) looked.OtherMessages.Add(row.Key);
        if (message.Names(looked.CutOf(isOthers))) held.RawNaming.Add(row);
        else if (message.Read is { Attachments.IsEmpty: false }) held.MailsWithFilesOfOthers++;
    }

    /// <summary>A mail that cannot be read names its sender all the same, in its first lines.</summary>
    private static bool IsFrom(KeptMessage message, DataSubject subject)
    {
        if (message.Raw is not { } raw) return false;
        var head = Encoding.UTF8.GetString(raw.AsSpan(0, Math.Min(raw.Length, 64 * 1024)));
        return head.Split('\n').TakeWhile(line => line.Trim().Length > 0).Where(line => line.StartsWith("From:", StringComparison.OrdinalIgnoreCase))
            .SelectMany(line => line[5..].Split(['<', '>', ' ', ',', '\r', '"'], StringSplitOptions.RemoveEmptyEntries)).Any(subject.Owns);
    }

    private async Task<bool> IsOwnAsync(OutboxRow row, Holdings held, CancellationToken cancellationToken)
    {
        if (held.Messages.ContainsKey(row.Effect.Intake.Value)) return true;
        if (row.Effect.About() is { IsEmpty: false } about && about.All(id => held.Requests.ContainsKey(id.Value))) return true;
        return await Outgoing.ReadAsync(vault, row.Key, cancellationToken) is { } words && (held.Subject.Owns(words.To) || IsChatOf(words.Chat, held.Subject));
    }

    private async Task AddAsync(Holdings held, TextRow row, Looked looked, CancellationToken cancellationToken)
    {
        var key = TextKey.Of(row.Key);
        if (TryOpen(row) is not { } bytes)
        {
            held.Unreadable++;
            return;
        }

        var own = OwnClass(key, held) ?? (IsNamedAfter(row.Key, held.Subject) || await IsCardOfAsync(row.Key, bytes, held, cancellationToken) ? key.Class : null);
        if (own is not { } data)
        {
            var isOthers = looked.IsOfOthers(key);
            if (key.Class is DataClass.Cards || looked.CutOf(isOthers).Cut(bytes) is null) return;
            held.Naming.Add(row.Key, key.Class);
            if (isOthers) held.OfOtherCustomers.Add(row.Key);
            return;
        }

        // A card in somebody else's chat holds keys alone: with it goes the way to show it anew.
        if (key.Class is DataClass.Cards && CardOf(row.Key, bytes) is { } card && !IsChatOf(card.Chat.Value, held.Subject)) held.CardsElsewhere.Add(row.Key);
        else held.Texts.Add(row.Key, data);
    }

    private static DataClass? OwnClass(TextKey key, Holdings held)
    {
        if (key.Intake is { } intake && held.Messages.TryGetValue(intake.Value, out var message))
            return message.End is LedgerEnd.Refused or LedgerEnd.Ignored && key.Class is DataClass.MessageTexts ? DataClass.StrangerTexts : key.Class;
        return (key.Request is { } request && held.Requests.ContainsKey(request.Value)) || (key.Effect is { } effect && held.Effects.ContainsKey(effect)) ? key.Class : null;
    }

    /// <summary>What of others' goes whole rather than being cut, and what has yet to leave.</summary>
    private async Task CompleteAsync(Holdings held, CancellationToken cancellationToken)
    {
        foreach (var key in held.Naming.Keys.Where(key => TextKey.Of(key).Class is DataClass.OutgoingWords).ToArray())
        {
            var row = await store.FindOutboxAsync(TextKey.Of(key).Effect!, cancellationToken);
            if (row is { State: OutboxState.Waiting or OutboxState.Held }) held.Pending[row.Key] = row;
            if (row is not null && await store.FindTextAsync(Outgoing.BytesKey(row.Key), cancellationToken) is not null) held.Naming[Outgoing.BytesKey(row.Key)] = DataClass.FrozenMails;
        }
    }

    private static bool IsNamedAfter(string key, DataSubject subject) => key.Split('/') is [var kind, .. var parts] && kind switch
    {
        "chat" => IsChatOf(key[5..], subject),
        "chat-of" => parts is [var customer, var person] && customer == subject.Customer?.Id && (subject.IsCustomer || person == subject.PersonId),
        "intake" or "request" or "outbox" or "card" or "card-at" or "grant" => false,
        // Whatever else is kept under a customer's id is the customer's; under a person's id below it, the person's.
        _ => parts.Contains(subject.Customer?.Id) && (subject.IsCustomer || (subject.PersonId is { } id && parts.Contains(id))),
    };

    private static bool IsChatOf(string? chat, DataSubject subject) =>
        chat?.Split('/') is [var tenant, var account] && Guid.TryParse(tenant, out var t) && Guid.TryParse(account, out var a) && subject.Owns(new SignedInAccount(t, a));

    private async Task<bool> IsCardOfAsync(string key, byte[] bytes, Holdings held, CancellationToken cancellationToken)
    {
        if (CardOf(key, bytes) is { } card) return IsChatOf(card.Chat.Value, held.Subject);
        if (key.StartsWith("grant/", StringComparison.Ordinal)) return CardBook.CardOfGrant(bytes) is { } id && await IsOwnCardAsync(id);
        return key.StartsWith("card-at/", StringComparison.Ordinal) && await IsOwnCardAsync(Encoding.UTF8.GetString(bytes));

        async Task<bool> IsOwnCardAsync(string id) =>
            await vault.ReadBytesAsync($"card/{id}", cancellationToken) is { } opened && CardOf($"card/{id}", opened) is { } owner && IsChatOf(owner.Chat.Value, held.Subject);
    }

    private static ShownCard? CardOf(string key, byte[] bytes) => key.StartsWith("card/", StringComparison.Ordinal) ? CardBook.Read(bytes) : null;

    /// <summary>What was found on the way to be another customer's.</summary>
    private sealed record Looked(TextCut Whole, TextCut ByAddress)
    {
        public HashSet<RequestId> Others { get; } = [];

        public HashSet<IntakeKey> OtherMessages { get; } = [];

        public HashSet<string> OtherEffects { get; } = new(StringComparer.Ordinal);

        public TextCut CutOf(bool isOthers) => isOthers ? ByAddress : Whole;

        public bool IsOfOthers(ImmutableArray<RequestId> requests) => !requests.IsEmpty && requests.All(Others.Contains);

        public bool IsOfOthers(TextKey key) => (key.Request is { } request && Others.Contains(request))
            || (key.Intake is { } intake && OtherMessages.Contains(intake)) || (key.Effect is { } effect && OtherEffects.Contains(effect));
    }

    private byte[]? TryOpen(TextRow row)
    {
        try
        {
            return vault.Open(row);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
