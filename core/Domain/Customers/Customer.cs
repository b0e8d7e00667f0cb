using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Customers;

/// <summary>A company with one contract, its mail domains and its people, as its customer file says.</summary>
public sealed record Customer
{
    /// <summary>The stable identifier: the customer file's name without its ending.</summary>
    public required string Id { get; init; }

    /// <summary>The company's name as people read it.</summary>
    public required string Name { get; init; }

    /// <summary>What is subscribed, and the state of the contract.</summary>
    public required Subscription Subscription { get; init; }

    /// <summary>Mail domains that belong to this customer alone, in lower case. A shared domain (orange.fr, gmail.com) is never among them.</summary>
    public ImmutableArray<string> Domains { get; init; } = [];

    /// <summary>The Microsoft 365 tenant, if there is one.</summary>
    public Guid? TenantId { get; init; }

    /// <summary>What is agreed on about that tenant: addresses, licences and groups of who arrives, and accounts that are never a target.</summary>
    public TenantTerms Microsoft365 { get; init; } = TenantTerms.Default;

    /// <summary>The people known by name. An employee who is not listed is still known by a domain of the customer.</summary>
    public ImmutableArray<Person> People { get; init; } = [];

    /// <summary>The listed person of that id; null when there is none, or no id.</summary>
    public Person? FindPerson(string? id) => id is null ? null : People.FirstOrDefault(person => string.Equals(person.Id, id, StringComparison.Ordinal));

    /// <summary>From which day this version of the file holds (Art. 6: a signed amendment); null for a file with one version.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Which version this is: the first 12 hexadecimal digits of the SHA-256 of the file's bytes. Kept with each decision, so that it can be recomputed.</summary>
    public string Version { get; init; } = "";

    /// <summary>Whom a personal-data breach is told to: the data protection officer, else the representative (RGPD V, RGPD XI); null when the file does not say.</summary>
    public MailAddress? DataProtectionContact { get; init; }

    /// <summary>Whether a language model's provider may read its redacted messages, and since when (RGPD II a, b, f); null: none may.</summary>
    public ProviderAgreement? LanguageModel { get; init; }

    /// <summary>
    /// The first day, in Paris, of the written agreement that requests which a technician corrected train SI-ONE's reader (Art. 7, RGPD II a, b);
    /// null: none does.
    /// </summary>
    public DateOnly? TrainingAgreedOn { get; init; }

    /// <summary>Whether that agreement is in force on a day in Paris: not before its own day, and not after the contract's last.</summary>
    public bool AgreesToTraining(DateOnly day) => TrainingAgreedOn <= day && !(Subscription.TerminatedOn < day);
}

/// <summary>A person of a customer.</summary>
public sealed record Person
{
    /// <summary>Identifier inside the customer; journals hold this, never the name.</summary>
    public required string Id { get; init; }

    /// <summary>First and last name.</summary>
    public required string Name { get; init; }

    /// <summary>Every address the person writes from; the first is where answers go.</summary>
    public required ImmutableArray<MailAddress> Addresses { get; init; }

    /// <summary>The person's role in the company.</summary>
    public Role Role { get; init; } = Role.Employee;

    /// <summary>For an administrator: direction has delegated lists and team membership (Art. 14).</summary>
    public bool DelegatedByDirection { get; init; }

    /// <summary>The language of answers.</summary>
    public Words.Language Language { get; init; }

    /// <summary>Numbers on record for a call back; a number counts from 72 hours after it was recorded.</summary>
    public ImmutableArray<PhoneOnRecord> Phones { get; init; } = [];

    /// <summary>The person's account in the customer's Microsoft 365 tenant (object id); null: the account is known by its address.</summary>
    public Guid? EntraId { get; init; }

    /// <summary>Days of absence, during which the substitute decides; null when none is known.</summary>
    public Absence? Absence { get; init; }

    /// <summary>Whether they get the weekly digest: true besides those who get it by their role, false never; null: by their role alone.</summary>
    public bool? Digest { get; init; }

    /// <summary>Administrator or direction: may say yes to requests, and stand in for another who may.</summary>
    public bool MayDecide => Role is Role.Administrator or Role.Direction;
}

/// <summary>A phone number on record.</summary>
/// <param name="Number">As it is dialled.</param>
/// <param name="Since">The day on which it was recorded.</param>
public sealed record PhoneOnRecord(string Number, DateOnly Since);

/// <summary>An absence with who decides meanwhile.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="SubstituteId">The person who decides meanwhile; with the absent one's authority, and for these days only.</param>
public sealed record Absence(DateOnly From, DateOnly To, string SubstituteId)
{
    /// <summary>Whether that day in Paris is one of absence.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= To;
}

/// <summary>A person's role at the customer.</summary>
public enum Role
{
    /// <summary>Any employee.</summary>
    Employee,

    /// <summary>The contract's "Administrateur du client".</summary>
    Administrator,

    /// <summary>Management ("direction", Art. 14).</summary>
    Direction,

    /// <summary>A lawyer, an accountant, a software house: writes on the customer's behalf, learns nothing, and decides nothing.</summary>
    ThirdParty,
}
