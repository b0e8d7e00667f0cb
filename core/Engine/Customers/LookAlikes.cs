using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Customers;

/// <summary>
/// Domains that are no customer's and look like one: somebody may hope to be taken for its people. Only a warning to technicians: whoever
/// writes from there stays unknown, and is answered like any stranger.
/// </summary>
public static class LookAlikes
{
    /// <summary>Shorter names are a letter apart by chance.</summary>
    private const int ShortestGuessed = 6;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>What registries sell names below, beside the country codes themselves.</summary>
    private static readonly FrozenSet<string> SecondLevels =
        new[] { "ac", "asso", "co", "com", "edu", "gouv", "gov", "ltd", "net", "nom", "org", "prd", "tm" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The customer whose domain an address's resembles; null where it resembles none, is a customer's own, or is shared by many people.</summary>
    /// <param name="address">A stranger's address.</param>
    /// <param name="customers">The customers of the day.</param>
    public static Customer? Resembled(MailAddress address, ImmutableArray<Customer> customers)
    {
        if (MailDomains.Canonical(address.Domain) is not { } stranger || MailDomains.IsShared(stranger)) return null;
        var own = customers.SelectMany(customer => customer.Domains.Select(domain => (customer, domain: MailDomains.Canonical(domain))))
            .Where(listed => listed.domain is not null && !MailDomains.IsShared(listed.domain)).ToArray();
        return own.Any(listed => listed.domain == stranger) ? null : own.FirstOrDefault(listed => Resemble(stranger, listed.domain!)).customer;
    }

    /// <summary>Whether two different domains, in canonical form, look alike.</summary>
    public static bool Resemble(string stranger, string own)
    {
        if (stranger == own || stranger.EndsWith($".{own}", StringComparison.Ordinal)) return false;
        // acme.example.elsewhere.example: read from the left, it is the customer's.
        if (stranger.StartsWith($"{own}.", StringComparison.Ordinal)) return true;
        var (one, other) = (Name(stranger), Name(own));
        if (one.Length == 0 || other.Length == 0) return false;
        return one == other || (Math.Min(one.Length, other.Length) >= ShortestGuessed && IsOneEditApart(one, other));
    }

    /// <summary>The name that somebody registered, as it looks: without what stands above it, and without sub-domains.</summary>
    private static string Name(string canonical)
    {
        var labels = canonical.Split('.');
        var at = labels.Length - 2;
        if (at > 0 && labels[^1].Length == 2 && SecondLevels.Contains(labels[at])) at--;
        return at < 0 ? "" : Looks(labels[at]);
    }

    private static string Looks(string label)
    {
        try
        {
            return Confusables.Fold(Idn.GetUnicode(label));
        }
        catch (ArgumentException)
        {
            return Confusables.Fold(label); // Punycode that stands for nothing: no reader shows it as letters.
        }
    }

    /// <summary>One letter more, less or other, or two neighbours exchanged.</summary>
    private static bool IsOneEditApart(string one, string other)
    {
        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1) return false;
        var at = longer.AsSpan().CommonPrefixLength(shorter);
        if (longer.Length > shorter.Length) return longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
        if (longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at + 1))) return true;
        return longer[at] == shorter[at + 1] && longer[at + 1] == shorter[at] && longer.AsSpan(at + 2).SequenceEqual(shorter.AsSpan(at + 2));
    }
}
