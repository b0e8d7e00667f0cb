using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>Customer files in which a company's agreement to training comes and goes.</summary>
internal sealed class Agreements : ICustomerDirectory
{
    private CustomerDirectory _files = Of(Bench.Nova);

    /// <summary>The company's file as it is from now on.</summary>
    public void Write(params ImmutableArray<Customer> versions) => _files = Of(versions);

    /// <summary>The company agrees from a day on.</summary>
    public void AgreeFrom(DateOnly day) => Write(Bench.Nova with { TrainingAgreedOn = day });

    public ICustomerDirectory Snapshot => _files;

    public ImmutableArray<Customer> All(DateTimeOffset at) => _files.All(at);

    public Customer? Find(string customerId, DateTimeOffset at) => _files.Find(customerId, at);

    public Customer? FindVersion(string customerId, string version) => _files.FindVersion(customerId, version);

    public Sender Identify(MailAddress address, bool proven, DateTimeOffset at) => _files.Identify(address, proven, at);

    public Sender Identify(SignedInAccount account, MailAddress? address, DateTimeOffset at) => _files.Identify(account, address, at);

    private static CustomerDirectory Of(params ImmutableArray<Customer> nova) => new([.. nova, Bench.Rival]);
}
