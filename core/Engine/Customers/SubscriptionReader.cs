using System.Collections.Immutable;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Reads what a customer has subscribed, and the state of the contract.</summary>
/// <param name="file">The customer file.</param>
/// <param name="mistakes">Where mistakes go.</param>
internal sealed class SubscriptionReader(Section file, MistakeList mistakes)
{
    /// <summary>The subscription; of no use when there are mistakes.</summary>
    public Subscription Read()
    {
        var level = file.Word("level", CustomerFileShape.Levels, required: true);
        return new Subscription
        {
            Level = level ?? Level.Standard,
            Services = Services(level),
            Weekend = Weekend(),
            Suspended = Suspended(),
            TerminatedOn = file.Date("terminatedOn"),
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
            weekend.Flag("saturday", byDefault.Saturday), weekend.Flag("sunday", byDefault.Sunday), weekend.Flag("holidays", byDefault.Holidays));
        if (option is { Saturday: false, Sunday: false, Holidays: false })
            file.Mistake("weekend", "at least one kind of day that is served, or false without the option");
        return option;
    }

    private Suspension? Suspended()
    {
        if (file.Member("suspended") is not { } node) return null;
        if (Section.Open(node, "suspended", CustomerFileShape.SuspendedKeys, mistakes) is not { } suspended) return null;
        var since = suspended.Date("since", required: true);
        var reason = suspended.Text("reason", "SI-ONE's reason, for technicians (Art. 2, 4)", required: true);
        return new Suspension(since ?? default, reason ?? "");
    }
}
