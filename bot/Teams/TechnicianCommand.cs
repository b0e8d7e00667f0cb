using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Host.Teams;

/// <summary>What a technician types. Whatever changes something goes the way of a click.</summary>
internal abstract record TechnicianCommand
{
    private TechnicianCommand() { }

    /// <summary>"File": all that waits for a technician.</summary>
    public sealed record Queue : TechnicianCommand;

    /// <summary>"Mes interventions".</summary>
    public sealed record Mine : TechnicianCommand;

    /// <summary>"Échéances": what runs out soon.</summary>
    public sealed record DueSoon : TechnicianCommand;

    /// <summary>A reference alone: the request.</summary>
    public sealed record Show(RequestReference Reference) : TechnicianCommand;

    /// <summary>"Prendre SI-7K3M-9QXA", with words where the act needs some.</summary>
    public sealed record Act(RequestReference Reference, ActVerb Verb, string? Text) : TechnicianCommand;

    /// <summary>"Appel paul@client.example : il a perdu son téléphone".</summary>
    public sealed record Call(MailAddress From, string Text) : TechnicianCommand
    {
        /// <summary>A call, when the text begins with the word, an address and a colon.</summary>
        public static new Call? Of(string text)
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || text[..colon].Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries) is not [var word, .., var address]) return null;
            return CustomerCommand.Plain(word) is "appel" or "call" && MailAddress.TryParse(address.Trim('<', '>'), out var from) && text[(colon + 1)..].Trim() is { Length: > 0 } said
                ? new Call(from, said)
                : null;
        }
    }

    /// <summary>Everything else.</summary>
    public sealed record Help : TechnicianCommand;

    /// <summary>What a text asks.</summary>
    public static TechnicianCommand Of(string text)
    {
        var words = CustomerCommand.Plain(text.Length <= 100 ? text : text[..100]);
        if (Call.Of(text) is { } call) return call;
        if (RequestReference.FindIn(text) is { } reference) return OfRequest(text, reference);
        return words switch
        {
            "file" or "file d'attente" or "file d’attente" or "queue" => new Queue(),
            "mes interventions" or "mes demandes" or "my work" => new Mine(),
            "echeances" or "echeance" or "due soon" => new DueSoon(),
            _ => new Help(),
        };
    }

    private static TechnicianCommand OfRequest(string text, RequestReference reference)
    {
        var at = text.IndexOf(reference.Value, StringComparison.OrdinalIgnoreCase);
        var said = text[(at + reference.Value.Length)..].Trim(' ', ':', '\n', '\u00A0');
        return CustomerCommand.Plain(text[..at]) switch
        {
            "" or "etat" or "status" => new Show(reference),
            "prendre" or "take" => new Act(reference, ActVerb.Take, null),
            "commencer" or "start" => new Act(reference, ActVerb.Start, null),
            "terminer" or "complete" => new Act(reference, ActVerb.Complete, null),
            "note" or "noter" => new Act(reference, ActVerb.Note, said),
            "repondre" or "reply" => new Act(reference, ActVerb.Reply, said),
            "demander" or "ask" => new Act(reference, ActVerb.Ask, said),
            _ => new Help(),
        };
    }
}
