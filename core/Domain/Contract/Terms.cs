using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Contract;

/// <summary>The contract: the list of its clauses. All are always examined; the order is that in which people read the findings.</summary>
public static class Terms
{
    /// <summary>Every clause.</summary>
    public static ImmutableArray<IClause> Clauses { get; } =
    [
        // Who writes, and whether there is a contract to decide under.
        new KnownSender(), new RunningContract(), new DataRecovery(), new NotSuspended(),

        // What the contract covers.
        new SubscribedServices(), new QuotedWork(), new OfficeSoftware(), new ForeignEquipment(), new EquipmentUnderContract(), new SereniteHelp(),
        new OutsideCauses(),

        // Whether this is the way to ask, and who may.
        new ValidChannel(), new ProvenIdentity(), new BankDetails(), new ThirdParties(), new WhoMayAsk(), new OthersData(), new NeededDetails(),
        new TerminationByLetter(), new SignedAmendments(),

        // What can be promised.
        new NoticeOwed(), new EffectiveDateGoverns(), new Interventions(), new SupplierDelays(), new DataRights(), new OutOfHours(),

        // What the operation brings with it.
        new RecoveryPoint(), new MailboxFate(), new BackupsEnd(), new SpareLicence(), new LicenceGrowth(), new TwoForAWipe(), new BreachClock(),
        new Emergencies(),
    ];

    /// <summary>What all clauses find.</summary>
    public static ImmutableArray<Finding> Examine(Case request) => [.. Trace(request).SelectMany(examined => examined.Findings)];

    /// <summary>What each clause finds, those that found nothing included.</summary>
    public static ImmutableArray<ExaminedClause> Trace(Case request) =>
        [.. Clauses.Select(clause => new ExaminedClause(clause, Readable(clause.Examine(request), clause, request)))];

    // Art. 7: what the contract says of its customer is none of a third party's business; the administrator who confirms reads it.
    private static ImmutableArray<Finding> Readable(ImmutableArray<Finding> findings, IClause clause, Case request) =>
        request.Sender.Role is not Role.ThirdParty || clause is ThirdParties
            ? findings
            : [.. findings.Select(found => found.Audience is Audience.Everyone ? found with { Audience = Audience.Administrators } : found)];
}

/// <summary>A clause with what it found in a case.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Findings">Empty when it had nothing to say.</param>
public sealed record ExaminedClause(IClause Clause, ImmutableArray<Finding> Findings);
