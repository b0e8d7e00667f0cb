using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Rights;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Operations;

/// <summary>
/// People's rights over their data (Art. 25, RGPD VIII): what is held about a person or a customer is exported or erased, and what its time has come for goes.
/// The operators' journal has its line first; it and every report are free of names and addresses.
/// </summary>
/// <param name="parts">The engine, at work or opened for this alone.</param>
/// <param name="clock">The clock.</param>
internal sealed class RightsActs(EngineParts parts, TimeProvider clock)
{
    public const string Export = "export";
    public const string Erase = "erase";
    public const string Expire = "expire";

    /// <summary>Whether an act is one of these.</summary>
    public static bool Holds(string act) => act is Export or Erase or Expire;

    /// <summary>Does one.</summary>
    public Task<OperatorAnswer> DoAsync(OperatorAsk ask, CancellationToken cancellationToken) => ask switch
    {
        { Act: Expire } => ExpireAsync(ask, cancellationToken),
        { Act: Export, Folder: not null, Reason.Length: > 0 } => ForSubjectAsync(ask, ExportAsync, cancellationToken),
        { Act: Erase, Reason.Length: > 0 } => ForSubjectAsync(ask, EraseAsync, cancellationToken),
        _ => Task.FromResult(OperatorAnswer.Failed("The host does not know this verb: it is of another version.")),
    };

    private async Task<OperatorAnswer> ForSubjectAsync(OperatorAsk ask, Func<OperatorAsk, DataSubject, CancellationToken, Task<OperatorAnswer>> act, CancellationToken cancellationToken)
    {
        var subjects = new DataSubjects(parts.Directory, clock.GetUtcNow());
        var (subject, trouble) = ask.Person is { } person ? subjects.Person(person, ask.Customer, [.. ask.Names])
            : subjects.Customer(ask.Customer ?? "") is { } customer ? (customer, null) : (null, $"{ask.Customer}: no customer file has this id.");
        if (subject is null) return OperatorAnswer.Failed(trouble!);
        // What operators.log holds stays for good.
        if (PersonCut.Of(subject.Traces).IsIn(ask.Reason!)) return OperatorAnswer.Failed("--reason: it stays in operators.log, so it must not name the person.");
        try
        {
            return await act(ask, subject, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return OperatorAnswer.Failed($"{failure.Message} Look at what was begun, then ask again.");
        }
    }

    private async Task<OperatorAnswer> ExportAsync(OperatorAsk ask, DataSubject subject, CancellationToken cancellationToken)
    {
        if (RightsExport.Refusal(ask.Folder!, parts.Settings.Host.DataFolder) is { } refusal) return OperatorAnswer.Failed(refusal);
        var held = await parts.Rights.Finder.FindAsync(subject, cancellationToken);
        parts.Journal.Append(ask.Who, Export, KeyOf(subject, NewId(Export)), ask.Reason);
        var files = await new RightsExport(parts, clock).WriteAsync(held, ask.Folder!, cancellationToken);
        return new OperatorAnswer(0,
            [.. RightsReport.Counts(held, erased: false), RightsReport.Line("customer-versions", Versions(held).Count), RightsReport.Line("files-written", files), ask.Folder!],
            [.. RightsReport.Doubts(held), "The folder holds everything in clear: hand it over by a safe way, then destroy it."]);
    }

    private async Task<OperatorAnswer> EraseAsync(OperatorAsk ask, DataSubject subject, CancellationToken cancellationToken)
    {
        ImmutableArray<string> against = subject.IsCustomer ? ErasureObstacles.OfContract(subject.Customer!, ParisTime.DateOf(clock.GetUtcNow())) : [];
        var held = await parts.Rights.Finder.FindAsync(subject, cancellationToken);
        against = against.AddRange(await parts.Rights.Obstacles.OfAsync(held, ask.AlsoOpen, cancellationToken));
        var versions = Versions(held);
        if (ask.DryRun)
            return new OperatorAnswer(0, [.. RightsReport.Counts(held, erased: true), RightsReport.Line("customer-versions", versions.Count), .. RightsReport.NotSearched(held), .. RightsReport.Stays(held), .. RightsReport.ToDo(held)],
                [.. against, .. RightsReport.Doubts(held), "Nothing was changed."]);
        if (!against.IsEmpty) return new OperatorAnswer(1, [], [.. against, "Nothing was erased."]);
        var erasure = new Erasure(NewId(Erase), ask.Who, clock.GetUtcNow());
        parts.Journal.Append(ask.Who, Erase, KeyOf(subject, erasure.Id), ask.Reason);
        if (await CloseAsync(held, ask.Who, cancellationToken) is { IsEmpty: false } open) return new OperatorAnswer(1, [], [.. open, "Nothing was erased."]);
        if (ask.AlsoOpen) held = await parts.Rights.Finder.FindAsync(subject, cancellationToken); // Closing said something, too.
        var left = await parts.Rights.Eraser.RunAsync(held, erasure, cancellationToken);
        foreach (var version in versions) File.Delete(version);
        return new OperatorAnswer(left.IsEmpty ? 0 : 1,
            [
                $"{"erasure",-28} {erasure.Id}", .. RightsReport.Counts(held, erased: true), RightsReport.Line("customer-versions", versions.Count),
                .. RightsReport.NotSearched(held), .. RightsReport.Stays(held), .. RightsReport.ToDo(held),
            ],
            [.. RightsReport.Doubts(held), .. left.IsEmpty ? [] : new[] { RightsReport.Left(left.Length) }]);
    }

    private async Task<ImmutableArray<string>> CloseAsync(Holdings held, string who, CancellationToken cancellationToken)
    {
        var open = ImmutableArray.CreateBuilder<string>();
        foreach (var document in held.Requests.Values.Where(document => !document.State.State.IsEnded()))
            if (await parts.Desk.DoAsync(document.State.Reference, who, new ActWish(ActVerb.Close), cancellationToken) is { Refusal: not null } or { Document: null })
                open.Add($"{document.State.Reference}: could not be closed.");
        return open.ToImmutable();
    }

    private async Task<OperatorAnswer> ExpireAsync(OperatorAsk ask, CancellationToken cancellationToken)
    {
        var expired = ask.DryRun ? await parts.Rights.Retention.LookAsync(cancellationToken) : await parts.Rights.Retention.WorkOnceAsync(ask.Who, cancellationToken);
        var raw = ask.DryRun ? await parts.Retention.CountDueAsync(cancellationToken) : await parts.Retention.WorkOnceAsync(cancellationToken);
        return new OperatorAnswer(0,
            [
                RightsReport.Line(RightsReport.NameOf(DataClass.RawMessages), raw), .. expired.Counts().Select(pair => RightsReport.Line(RightsReport.NameOf(pair.Key), pair.Value)),
                .. expired.Customers.Select(over => RightsReport.Over(over.Key, over.Value)),
            ],
            [ask.DryRun ? "Nothing was changed." : expired.IsEmpty && raw == 0 ? "Nothing's time had come." : "Erased."]);
    }

    /// <summary>Archived versions of the customer file that name them; the one in force would be archived again at the next start.</summary>
    private IReadOnlyList<string> Versions(Holdings held)
    {
        if (held.Subject.Customer is not { } customer) return [];
        var cut = TextCut.Of(held.Subject, ofOtherCustomers: false);
        return [.. parts.Rights.Archive.FilesOf(customer.Id, bytes => held.Subject.IsCustomer || cut.IsIn(bytes))
            .Where(file => held.Subject.IsCustomer || Path.GetFileNameWithoutExtension(file) != customer.Version)];
    }

    /// <summary>Who was meant, without a name: a person by the same pseudonym that keys of effects bear.</summary>
    private string KeyOf(DataSubject subject, string id) => subject.IsCustomer
        ? $"{id} customer {subject.Customer!.Id}"
        : $"{id} person {(MailAddress.TryParse(subject.Traces.Addresses.FirstOrDefault(), out var address) ? parts.Rights.Pseudonyms.Of(address) : "-")}{(subject.Customer is { } customer ? $" of {customer.Id}" : "")}";

    private string NewId(string act) => string.Create(CultureInfo.InvariantCulture, $"{act}-{clock.GetUtcNow():yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}");
}
