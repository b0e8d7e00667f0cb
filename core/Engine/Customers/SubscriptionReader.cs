using System.Collections.Immutable;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Reads what a customer has subscribed, and the state of the contract.</summary>
/// <param name="file">The customer file.</param>
/// <param name="mistakes">Where mistakes go.</param>
internal sealed class SubscriptionReader(Section file, MistakeList mistakes)
{
    private const decimal MostEuros = 1_000_000;
    private const decimal MostIndex = 10_000;

    /// <summary>The subscription; of no use when there are mistakes.</summary>
    public Subscription Read()
    {
        var level = file.Word("level", CustomerFileShape.Levels, required: true);
        var services = Services(level);
        var term = Term();
        var orders = new OrderFormReader(file, mistakes);
        return new Subscription
        {
            Level = level ?? Level.Standard,
            Services = services,
            Weekend = Weekend(),
            Suspended = Suspended(),
            TerminatedOn = NotBefore(term, "terminatedOn"),
            Term = term,
            OverdueSince = NotBefore(term, "overdueSince"),
            OverdueEuros = OverdueEuros(),
            Price = Price(),
            Backups = orders.Backups(services),
            Licences = orders.Licences(services),
            OfficeSoftware = file.Texts("officeSoftware", "an array with at least one name of office software, or no such key for the standard list (Art. 8.1)"),
            Equipment = file.Texts("equipment", "an array with at least one label of a computer or company phone, or no such key (Art. 8)"),
            UrgentHours = UrgentHours(level),
            DataAtEnd = file.Word("dataAtEnd", CustomerFileShape.DataAtEnds),
        };
    }

    private ImmutableHashSet<Service> Services(Level? level)
    {
        var services = ImmutableHashSet.CreateBuilder<Service>();
        foreach (var (value, path) in file.Items("services", "an array of at least one subscribed service (Art. 1)", required: true))
        {
            if (Section.Word(value, path, CustomerFileShape.Services, mistakes) is not { } service) continue;
            if (!services.Add(service)) mistakes.Add(path, value.Line, "each service once");
            if (service is Service.ManagedServices && level is Level.Standard or Level.Premium)
                mistakes.Add(path, value.Line, "\"ManagedServices\" only with level \"Serenite\" (annex XIV)");
        }

        return services.ToImmutable();
    }

    private WeekendOption? Weekend()
    {
        if (file.Member("weekend") is not { Kind: not JsonValueKind.False } node) return null;
        if (node.Kind is not JsonValueKind.Object)
        {
            file.Mistake("weekend", "false, or the order form's days: { \"saturday\": true, \"sunday\": true, \"holidays\": false } (Art. 3)");
            return null;
        }

        var weekend = Section.Open(node, "weekend", CustomerFileShape.WeekendKeys, mistakes)!;
        var byDefault = new WeekendOption();
        var option = new WeekendOption(
            weekend.Flag("saturday", byDefault.Saturday), weekend.Flag("sunday", byDefault.Sunday), weekend.Flag("holidays", byDefault.Holidays),
            weekend.Time("from"), weekend.Time("to"));
        if (option is { Saturday: false, Sunday: false, Holidays: false })
            file.Mistake("weekend", "at least one kind of day that is served, or false without the option");
        if (weekend.Member("from") is null != weekend.Member("to") is null)
            file.Mistake("weekend", "\"from\" and \"to\" together, or neither for the usual hours");
        if (option.From >= option.To) weekend.Mistake("to", "an hour after \"from\"");
        return option;
    }

    private ContractTerm? Term()
    {
        if (file.Child("term", CustomerFileShape.TermKeys) is not { } term) return null;
        var start = term.Date("start", required: true);
        var months = term.Number("months", 1, 120, "the term's length in months (Art. 2)", required: true);
        return start is { } day && months is { } length ? new ContractTerm(day, length) : null;
    }

    private Suspension? Suspended()
    {
        if (file.Child("suspended", CustomerFileShape.SuspendedKeys) is not { } suspended) return null;
        var since = suspended.Date("since", required: true);
        var reason = suspended.Text("reason", "SI-ONE's reason, for technicians (Art. 2, 4)", required: true);
        var decidedBy = suspended.Text("decidedBy", "who at SI-ONE decided it");
        return new Suspension(since ?? default, reason ?? "", decidedBy);
    }

    private decimal? OverdueEuros()
    {
        var owed = file.Amount("overdueEuros", MostEuros, "what is unpaid (Art. 4)");
        if (owed is not null && file.Member("overdueSince") is null) file.Mistake("overdueEuros", "this only with \"overdueSince\" (Art. 4)");
        return owed;
    }

    private AgreedPrice? Price()
    {
        if (file.Child("agreedPrice", CustomerFileShape.AgreedPriceKeys) is not { } price) return null;
        var euros = price.Amount("monthlyEuros", MostEuros, "the price of a month that was agreed on (Art. 4.1)", required: true);
        var index = price.Amount("index", MostIndex, "the value of the index that it was agreed on (Art. 4.1)", required: true);
        return euros is { } agreed && index is { } then ? new AgreedPrice(agreed, then) : null;
    }

    private DateOnly? NotBefore(ContractTerm? term, string key)
    {
        var day = file.Date(key);
        if (day < term?.Start) file.Mistake(key, "a day of the contract: term.start or later (Art. 2)");
        return day;
    }

    private int? UrgentHours(Level? level)
    {
        var hours = file.Number("urgentHours", 1, 16, "the hours until an urgent intervention begins (annex XIV)");
        if (hours is not null && level is Level.Standard or Level.Premium) file.Mistake("urgentHours", "this only with level \"Serenite\" (annex XIV)");
        return hours;
    }
}
