using System.Globalization;
using System.Text.Json;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Rights;

namespace SiOne.Bot.Host.Operations;

/// <summary>What operators read of an export or erasure: how much of each class, what stays and why, and what a person still has to do. No personal data.</summary>
internal static class RightsReport
{
    /// <summary>A class as reports call it: <c>message-texts</c>.</summary>
    public static string NameOf(DataClass data) => JsonNamingPolicy.KebabCaseLower.ConvertName(data.ToString());

    /// <summary>A name and a number.</summary>
    public static string Line(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"{name,-28} {count}");

    /// <summary>How much of each class: what is theirs, and what is others' but names them.</summary>
    public static IEnumerable<string> Counts(Holdings held, bool erased)
    {
        yield return Line("requests", held.Requests.Count);
        yield return Line("messages", held.Messages.Count);
        foreach (var (data, (own, naming)) in held.Counts())
        {
            if (own > 0) yield return Line(NameOf(data), own);
            if (naming > 0) yield return Line($"{NameOf(data)}-of-others", naming);
        }

        if (erased && held.Effects.Count > 0) yield return Line("effects-dropped", held.Effects.Values.Count(row => row.State is Engine.Ports.OutboxState.Waiting or Engine.Ports.OutboxState.Held));
    }

    /// <summary>What stays, and why.</summary>
    public static IEnumerable<string> Stays(Holdings held)
    {
        yield return $"stays: {Counted.Plain(held.Messages.Count, "row", "rows")} of the ledger and {Counted.Plain(held.Requests.Count, "journal of a request", "journals of requests")}: keys, codes and instants, without a name, an address or a word; they prove what was promised and kept (Art. 25: the relation and 3 years more)";
        yield return "stays: operators.log, with this erasure's own line and reason: who did what and when (Art. 25)";
        yield return "stays: tombstones of the erased texts: key, instant and this erasure";
        yield return "stays: accounts and invoices, which are not here: 10 years (Art. 25)";
        if (!held.Subject.IsCustomer && held.Subject.PersonId is not null) yield return "stays: the person's id of the customer file in journals and keys; choose another one there if it tells their name";
    }

    /// <summary>What lies elsewhere.</summary>
    public static IEnumerable<string> ToDo(Holdings held)
    {
        if (held.Subject.Customer is { } customer)
            yield return held.Subject.IsCustomer
                ? $"to-do: take {customer.Id}.json out of the customer files; the host archives it again as long as it is there"
                : $"to-do: take the person out of {customer.Id}.json, in every version of it; then erase once more: its last version with them is archived until then";
        yield return "to-do: backups made before hold everything: destroy them, or let them run out; after a restore, erase again";
        yield return "to-do: the mailbox and the mail server: mails from and to them, sent ones included; MailFolder and OutFolder where they are used";
        yield return "to-do: Teams: messages and cards in their chats; the technicians' cards are replaced when the host runs";
        yield return held.Subject.IsCustomer
            ? "to-do: the customer's Microsoft 365: SI-ONE's grants and accounts there; the data itself is the customer's"
            : "to-do: the customer's Microsoft 365: accounts and mailboxes are the customer's to close";
        yield return "to-do: logs and journals of the machine, and of the reverse proxy";
    }

    /// <summary>A customer whose content waits for a person's word.</summary>
    public static string Over(string customer, int requests) =>
        $"to-do: erase --customer {customer}: {Counted.Plain(requests, "request whose time is over", "requests whose time is over")} (the contract and 15 working days, Art. 23, RGPD VIII); {(requests == 1 ? "it never goes by itself" : "they never go by themselves")}";

    /// <summary>Where others were faster.</summary>
    public static string Left(int rows) => $"{Counted.Plain(rows, "row was", "rows were")} changed by others meanwhile: ask again.";

    /// <summary>Where nobody looked, exactly: a person may still be found there.</summary>
    public static IEnumerable<string> NotSearched(Holdings held)
    {
        if (held.Subject.IsCustomer)
        {
            yield return "not-searched: other customers' messages and texts: a customer is found by what is kept under its keys (Art. 20)";
            yield break;
        }

        yield return $"not-searched: the contents of files attached to {Counted.Plain(held.MailsWithFilesOfOthers, "mail of others that is", "mails of others that are")} still kept raw; their names were. They go with the raw mail";
        yield return $"not-searched: the contents of {Counted.Plain(held.FilesOfOthers, "file", "files")} that others attached in Teams; their names were";
        yield return "not-searched: a first name or a last name alone, initials and nicknames: give what else they are called with --name, first and last name";
        yield return "not-searched: names in other customers' texts: there addresses, numbers and accounts alone were sought, since somebody else may bear the name";
        yield return "not-searched: pictures, and what is drawn in letters that are none";
    }

    /// <summary>What a person has to look at, since it could not be.</summary>
    public static IEnumerable<string> Doubts(Holdings held)
    {
        if (held.Unreadable > 0) yield return $"{Counted.Plain(held.Unreadable, "text or message does not open, and nobody knows whom it names", "texts or messages do not open, and nobody knows whom they name")}: `verify` says which.";
        if (!held.Subject.IsCustomer && held.Subject.Traces.Names.IsEmpty) yield return "No name of theirs is known, so others' texts were searched for the address alone: give it with --name.";
        if (held.IsEmpty) yield return "Nothing is held about them.";
    }
}
