using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Commitments;

/// <summary>A received instant, an order form and pauses, all on whole minutes of 2024 to 2030.</summary>
public sealed record ClockScene(DateTimeOffset Received, WeekendOption? Weekend, ImmutableArray<Pause> Pauses)
{
    public ServiceCalendar Calendar => new(Weekend);

    public DateTimeOffset Due => DueFor(Received, Pauses);

    public DateTimeOffset DueFor(DateTimeOffset received, ImmutableArray<Pause> pauses, HoursReading reading = HoursReading.ServiceDays) =>
        CommitmentClock.DueAt(received, TimeSpan.FromHours(48), reading, Calendar, pauses);

    public override string ToString() =>
        $"{Paris.Text(Received)}, {Weekend}, {string.Join("; ", Pauses.Select(pause => $"{Paris.Text(pause.From)} > {Paris.Text(pause.To!.Value)}"))}";
}

/// <summary>Scenes for properties; half of them lie around clock changes and holidays, where mistakes hide.</summary>
public static class ClockScenes
{
    private static readonly DateTimeOffset First = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Corners =
    [
        "2024-03-31 12:00", "2024-12-25 00:00", "2025-10-26 12:00", "2026-01-01 00:00", "2026-03-29 12:00", "2026-05-01 00:00",
        "2026-05-14 00:00", "2026-10-25 12:00", "2027-03-28 12:00", "2028-02-29 00:00", "2029-11-11 00:00", "2030-04-22 00:00",
    ];

    public static Arbitrary<ClockScene> Arbitrary()
    {
        var anywhere = Gen.Choose(0, (7 * 365 * 1440) - (20 * 1440)).Select(minutes => First.AddMinutes(minutes));
        var corner = Gen.Elements(Corners).SelectMany(at => Gen.Choose(-5 * 1440, 2 * 1440).Select(minutes => Paris.At(at).AddMinutes(minutes)));
        var flag = Gen.Elements(true, false);
        var option = flag.SelectMany(saturday => flag.SelectMany(sunday => flag.Select(holidays => new WeekendOption(saturday, sunday, holidays))));
        var weekend = Gen.OneOf(Gen.Constant((WeekendOption?)null), option.Select(o => (WeekendOption?)o));
        var scenes =
            from received in Gen.OneOf(anywhere, corner)
            from option_ in weekend
            from pauses in Pauses(received)
            select new ClockScene(received, option_, pauses);
        return scenes.ToArbitrary();
    }

    private static Gen<ImmutableArray<Pause>> Pauses(DateTimeOffset received) => Gen.Choose(0, 4).SelectMany(count =>
        Gen.ListOf(
            from start in Gen.Choose(-1000, 9000)
            from length in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 300), Gen.Choose(1, 6000))
            select new Pause(received.AddMinutes(start), received.AddMinutes(start + length)), count).Select(pauses => pauses.ToImmutableArray()));
}
