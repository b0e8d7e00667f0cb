using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;

namespace SiOne.Bot.Engine.Requests;

/// <summary>Who reads a notice, by the customer file: never an address that only a message claims, but for an employee known by the domain.</summary>
internal static class NoticeReaders
{
    private const int MostApprovers = 5;

    /// <summary>The readers with their addresses; empty when nobody is known.</summary>
    public static ImmutableArray<NoticeReader> Of(Reader reader, Request state, RequestDetails? details, Customer customer, DateOnly day) => reader switch
    {
        Reader.Requester => Requester(state, details, customer),
        Reader.Concerned => Concerned(state, details, customer),
        Reader.Approvers =>
        [
            .. Approvers.Of(customer, Deciding(state), day).Where(person => person.Id != state.PersonId).Take(MostApprovers)
                .Select(person => new NoticeReader(person.Addresses[0], person)),
        ],
        Reader.OfBreach => Protecting(DataProtectionReaders.OfBreach(customer)),
        Reader.OfRight => Protecting(DataProtectionReaders.OfRight(customer, state.PersonId)),
    };

    private static ImmutableArray<NoticeReader> Protecting(DataProtectionReaders? readers) =>
        readers is null ? [] : [.. readers.To.Take(MostApprovers).Select(to => new NoticeReader(to.Address, to.Person))];

    private static ImmutableArray<NoticeReader> Requester(Request state, RequestDetails? details, Customer customer)
    {
        var wrote = MailAddress.TryParse(details?.AskedBy, out var from) ? from : null as MailAddress?;
        if (customer.FindPerson(state.PersonId) is { } person)
            return [new NoticeReader(wrote is { } address && person.Addresses.Contains(address) ? address : person.Addresses[0], person)];
        return state.PersonId is null && (wrote is not null || details?.Account is not null) ? [new NoticeReader(wrote, null)] : [];
    }

    // A name that could be two people's is nobody's.
    private static ImmutableArray<NoticeReader> Concerned(Request state, RequestDetails? details, Customer customer)
    {
        if (details?.Person is not { } name) return [];
        var called = customer.People.Where(person => person.Id != state.PersonId && PersonNames.Same(person.Name, name)).ToArray();
        return called is [var only] ? [new NoticeReader(only.Addresses[0], only)] : [];
    }

    // Whatever waits for a yes, a third party's request too, is at least an administrator's to decide.
    private static Asker Deciding(Request state) =>
        AllOperations.Get(state.OperationId).Asker is Asker.Direction ? Asker.Direction : Asker.Administrator;
}

/// <summary>Somebody who is told.</summary>
/// <param name="Address">Where they read mails; null for an employee who is known by a chat alone.</param>
/// <param name="Person">The listed person; null for an employee known by the domain.</param>
internal sealed record NoticeReader(MailAddress? Address, Person? Person);
