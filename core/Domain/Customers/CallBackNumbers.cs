using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Commitments;

namespace SiOne.Bot.Domain.Customers;

/// <summary>
/// The numbers at which a technician calls back to know who asked (DOMAIN.md section 4). An attacker has a number changed first, and asks then
/// (AA23-320A): only what has been on record for 72 hours counts.
/// </summary>
public static class CallBackNumbers
{
    /// <summary>From when on a number on record counts, after the end of its day.</summary>
    public static TimeSpan Age { get; } = TimeSpan.FromHours(72);

    /// <summary>
    /// Those that count at an instant: the requester's own first, then those of who may decide at the company, since the phone that is called may be the
    /// one that was lost. Each number once.
    /// </summary>
    /// <param name="customer">The customer as its file says it then.</param>
    /// <param name="personId">Who asked; null or unknown: the others alone.</param>
    /// <param name="at">The instant, UTC.</param>
    public static ImmutableArray<CallBackNumber> Of(Customer customer, string? personId, DateTimeOffset at) =>
    [
        .. customer.People.Where(person => person.Id == personId || person.MayDecide).OrderByDescending(person => person.Id == personId)
            .SelectMany(person => person.Phones.Where(phone => Counts(phone.Since, at)).Select(phone => new CallBackNumber(person, phone)))
            .DistinctBy(number => Digits(number.Phone.Number)),
    ];

    /// <summary>Whether a number that was recorded on that day counts at an instant, UTC.</summary>
    public static bool Counts(DateOnly since, DateTimeOffset at) => at - ParisTime.StartOf(since.AddDays(1)) >= Age;

    internal static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}

/// <summary>A number that a technician may call back.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Phone">The number.</param>
public sealed record CallBackNumber(Person Person, PhoneOnRecord Phone)
{
    /// <summary>What a choice out of the list comes back as: 16 hexadecimal digits that do not tell the number to who reads a card.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Person.Id}/{Phone.Number}/{Phone.Since:O}")).AsSpan(0, 8));

    /// <summary>Its last four digits.</summary>
    public string LastFour => CallBackNumbers.Digits(Phone.Number) is { Length: > 4 } digits ? digits[^4..] : CallBackNumbers.Digits(Phone.Number);

    /// <summary>What the journal keeps of it.</summary>
    public CalledNumber Called => new(Person.Id, LastFour, Phone.Since);
}

/// <summary>A number that was called back, as a journal keeps it: enough to judge the call by, and to find the number in the customer's file.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="LastFour">Its last four digits.</param>
/// <param name="Since">The day on which it had been recorded.</param>
public sealed record CalledNumber(string PersonId, string LastFour, DateOnly Since);
