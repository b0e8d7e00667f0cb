using System.Reflection;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Catalogue;

public sealed class CatalogueTests
{
    /// <summary>The closed list of categories and operations; files, journals and the learned reader hold these identifiers.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["mailbox"] = "create close convert-shared redirect absence list settings",
        ["licence"] = "arrival departure assign release password purchase teams sharepoint install training",
        ["restore"] = "file mailbox site plan",
        ["phone"] = "lost prepare return fault repair settings help",
        ["incident"] = "hardware software network security print help",
        ["other"] = "quote intervention data-rights contract none",
    };

    public static TheoryData<string> All => A.Operations(_ => true);

    [Fact]
    public void The_catalogue_holds_exactly_the_known_operations_in_their_order() => Assert.Equal(
        Known.SelectMany(category => category.Value.Split(' ').Select(name => $"{category.Key}.{name}")), AllOperations.List.Select(o => o.Id));

    [Fact]
    public void Categories_are_exactly_the_known_ones() => Assert.Equal(Known.Keys, Enum.GetValues<Category>().Select(category => category.Id()));

    [Fact]
    public void Every_operation_that_is_written_is_listed()
    {
        var written = typeof(Operation).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType == typeof(Operation))
            .Select(property => ((Operation)property.GetValue(obj: null)!).Id);
        Assert.Equal(AllOperations.List.Select(o => o.Id).Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_operation_is_complete(string id)
    {
        var operation = AllOperations.Get(id);

        Assert.StartsWith($"{operation.Category.Id()}.", id, StringComparison.Ordinal);
        Assert.NotEmpty(operation.Name.Fr.Trim());
        Assert.NotEmpty(operation.Name.En.Trim());
        Assert.NotEmpty(operation.Articles);
        Assert.All(operation.Articles, article => Assert.Contains(article.Number, Article.All));
        Assert.Equal(operation.Articles.Length, operation.Articles.Distinct().Count());
        Assert.Equal(operation.Services.Length, operation.Services.Distinct().Count());
        Assert.Equal(id, operation.ToString());
        Assert.True(AllOperations.TryGet(id, out var found));
        Assert.Same(operation, found);
        // A noun phrase that fits after "votre demande : ".
        Assert.False(char.IsUpper(operation.Name.Fr[0]));
        Assert.False(operation.Name.Fr.EndsWith('.'));
        Assert.DoesNotContain('\'', operation.Name.Fr);
    }

    [Fact]
    public void No_two_operations_read_alike()
    {
        Assert.Equal(AllOperations.List.Length, AllOperations.List.Select(o => o.Name.Fr).Distinct().Count());
        Assert.Equal(AllOperations.List.Length, AllOperations.List.Select(o => o.Name.En).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("mailbox")]
    [InlineData("Mailbox.Create")]
    [InlineData("mailbox.create ")]
    public void What_is_not_in_the_catalogue_is_not_found(string id)
    {
        Assert.False(AllOperations.TryGet(id, out var none));
        Assert.Null(none);
        Assert.Throws<ArgumentException>(() => AllOperations.Get(id));
    }

    /// <summary>Art. 11, 14, 22 promise 48 hours for these; Microsoft's delays and appointments are beyond the promise.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void The_commitment_is_promised_where_the_contract_promises_it(string id)
    {
        var operation = AllOperations.Get(id);
        var promised = operation.Category is Category.Mailbox or Category.Licence or Category.Restore && id is not ("licence.purchase" or "licence.training");
        Assert.Equal(id == "other.none" ? Promise.None : promised ? Promise.Commitment : Promise.Target, operation.Promise);
    }

    /// <summary>Art. 13: what ends something is applied on its day and never before.</summary>
    [Fact]
    public void What_ends_something_is_applied_on_its_day() => Assert.Equal(
        ["licence.departure", "licence.release", "mailbox.close", "mailbox.convert-shared", "phone.return"],
        AllOperations.List.Where(o => o.EffectiveDate is EffectiveDate.AppliedOn).Select(o => o.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void A_restores_date_is_the_state_asked_for()
    {
        foreach (var operation in new[] { RestoreOperations.File, RestoreOperations.Mailbox, RestoreOperations.Site })
            Assert.Equal(EffectiveDate.None, operation.EffectiveDate);
    }

    /// <summary>Annex XIV 2.5.3 speaks of interventions: incidents, phone faults and visits.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Interventions_are_incidents_phone_faults_and_visits(string id) => Assert.Equal(
        id is "phone.fault" or "other.intervention" || AllOperations.Get(id).Category is Category.Incident, AllOperations.Get(id).Intervention);

    [Fact]
    public void Only_no_request_is_no_request() =>
        Assert.Equal(["other.none"], AllOperations.List.Where(o => !o.IsRequest).Select(o => o.Id));

    [Fact]
    public void The_notice_of_an_arrival_is_a_week_and_of_the_rest_two_days()
    {
        Assert.Equal(["licence.arrival"], AllOperations.List.Where(o => o.Notice != TimeSpan.FromHours(48)).Select(o => o.Id));
        Assert.Equal(TimeSpan.FromDays(7), LicenceOperations.Arrival.Notice);
    }

    /// <summary>Art. 13 owes notice of any change of mailboxes, Art. 16 of a new Microsoft 365 account; nothing else owes any.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Notice_is_owed_where_the_contract_owes_it(string id)
    {
        var operation = AllOperations.Get(id);
        var owed = operation.Category is Category.Mailbox ? "13" : id == "licence.arrival" ? "16" : null;
        Assert.Equal(owed, operation.NoticeOwedBy?.Number);
        if (owed is not null)
        {
            Assert.Contains(new Article(owed), operation.Articles);
            Assert.NotEqual(EffectiveDate.None, operation.EffectiveDate); // notice is counted to a date
        }
    }

    /// <summary>Art. 13: "les indications précises de suppression ou de création d'adresse"; RGPD I: whom it is about.</summary>
    [Fact]
    public void Details_are_needed_where_the_contract_asks_for_them()
    {
        Assert.Equal(
            ["mailbox.create", "mailbox.close", "mailbox.convert-shared", "mailbox.redirect"],
            AllOperations.List.Where(o => o.Needs.Contains(Detail.Mailbox)).Select(o => o.Id));
        Assert.Equal(
            ["licence.arrival", "licence.departure"], AllOperations.List.Where(o => o.Needs.Contains(Detail.Person)).Select(o => o.Id));
    }

    [Fact]
    public void Emergencies_are_lost_phones_and_security_incidents() => Assert.Equal(
        ["phone.lost", "incident.security"], AllOperations.List.Where(o => o.Emergency).Select(o => o.Id));

    [Fact]
    public void Every_service_serves_some_operation() => Assert.Equal(
        Enum.GetValues<Service>(), AllOperations.List.SelectMany(o => o.Services).Distinct().Order());
}
