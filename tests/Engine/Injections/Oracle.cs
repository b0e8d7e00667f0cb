using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Tests.Injections;

/// <summary>Somebody who writes, and what they may do: told here, and not asked of the product.</summary>
/// <param name="Address">Where they write from.</param>
/// <param name="Role">Null: nobody of a customer.</param>
/// <param name="SpeaksForDirection">May decide on teams and lists.</param>
/// <param name="Name">Their name; null when they are not listed.</param>
/// <param name="Proven">DMARC passed.</param>
internal sealed record Writer(string Address, Role? Role, bool SpeaksForDirection, string? Name, bool Proven)
{
    /// <summary>Every kind of them, proven and not.</summary>
    public static IReadOnlyList<Writer> All { get; } =
    [
        .. new[] { true, false }.SelectMany(proven => new Writer[]
        {
            new("paul@nova.example", Domain.Customers.Role.Employee, false, "Paul Vasselin", proven),
            new("quidam@nova.example", Domain.Customers.Role.Employee, false, null, proven),
            new("nadia@nova.example", Domain.Customers.Role.Administrator, false, "Nadia Bellecour", proven),
            new("odile@nova.example", Domain.Customers.Role.Direction, true, "Odile Marchandeau", proven),
            new("aubin@cabinet.example", Domain.Customers.Role.ThirdParty, false, "Hervé Aubinais", proven),
            new("pirate@ailleurs.example", null, false, null, proven),
        }),
    ];

    public override string ToString() => $"{Address}{(Proven ? "" : ", unproven")}";
}

/// <summary>The table of who may ask (DOMAIN: company rules as by default; Art. 14, 16, 19, 22), written a second time, as lists of identifiers.</summary>
internal static class Oracle
{
    private static readonly FrozenSet<string> Direction = Set("licence.teams mailbox.list");

    private static readonly FrozenSet<string> Administrator = Set(
        "mailbox.create mailbox.close mailbox.convert-shared mailbox.redirect licence.arrival licence.departure licence.assign licence.release licence.purchase licence.sharepoint "
        + "restore.site restore.plan phone.prepare phone.return phone.repair other.quote other.intervention other.contract");

    private static readonly FrozenSet<string> Anyone = Set("incident.security phone.lost other.data-rights other.none");

    private static readonly FrozenSet<string> Sensitive = Set(
        "mailbox.create mailbox.close mailbox.convert-shared mailbox.redirect mailbox.settings licence.arrival licence.departure licence.password licence.sharepoint phone.lost other.data-rights");

    private static readonly FrozenSet<string> SensitiveForOthers = Set("restore.file restore.mailbox");

    /// <summary>The least that stands in the way: all verdicts about identity and approval that have to be found.</summary>
    public static ImmutableArray<Verdict> Of(Writer writer, string operation, bool aboutSelf)
    {
        if (writer.Role is null) return [Verdict.UnknownSender];
        var found = ImmutableArray.CreateBuilder<Verdict>();
        if (!writer.Proven && (Sensitive.Contains(operation) || (!aboutSelf && SensitiveForOthers.Contains(operation)))) found.Add(Verdict.ProveIdentity);
        if (NeedsApproval(writer, operation, aboutSelf)) found.Add(Verdict.AwaitApproval);
        return found.DrainToImmutable();
    }

    private static bool NeedsApproval(Writer writer, string operation, bool aboutSelf)
    {
        if (writer.Role is Role.ThirdParty) return operation != "other.none";
        if (Anyone.Contains(operation)) return false;
        if (Direction.Contains(operation)) return !writer.SpeaksForDirection;
        return writer.Role is Role.Employee && (Administrator.Contains(operation) || !aboutSelf);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
