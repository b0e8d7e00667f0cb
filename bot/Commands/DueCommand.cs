using System.CommandLine;
using System.Globalization;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>due</c>: when the 48 hours of Art. 11, 14 and 22 have run, in Paris time.</summary>
/// <param name="output">Data.</param>
/// <param name="error">Messages.</param>
public sealed class DueCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var received = new Option<string>("--received") { Required = true, Description = "When the written request was received: ISO 8601; without an offset, Paris time." };
            var level = new Option<Level>("--level") { Required = true, Description = "Standard, Premium or Serenite." };
            level.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<Level>());
            var weekend = new Option<bool>("--weekend") { Description = "The Weekend option is subscribed." };
            var calendar = new Option<bool>("--calendar") { Description = "Count by the wall clock instead of days of service." };
            var command = new Command("due", "Prints when a commitment is due.") { received, level, weekend, calendar };
            command.SetAction(parsed => Run(parsed.GetValue(received)!, parsed.GetValue(weekend), parsed.GetValue(calendar)));
            return command;
        }
    }

    private int Run(string received, bool weekend, bool calendar)
    {
        if (!InstantText.TryParse(received, out var at))
        {
            error.WriteLine("--received: expected an instant such as 2026-11-24T14:10:00+01:00.");
            return CommandLine.WrongUse;
        }

        var readings = Readings.Default with { Hours = calendar ? HoursReading.Calendar : HoursReading.ServiceDays };
        var due = CommitmentClock.Due(at, TimeSpan.FromHours(readings.CommitmentHours), readings, weekend ? new WeekendOption() : null, []);
        output.WriteLine(InstantText.InParis(due.At));
        return 0;
    }
}

/// <summary>InstantText on the command line.</summary>
public static class InstantText
{
    /// <summary>Reads ISO 8601; without an offset the wall clock in Paris is meant.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read)) return false;
        if (read.Kind is not DateTimeKind.Unspecified) return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
        if (ParisTime.Zone.IsInvalidTime(read)) return false; // It never was: the clocks went forward.
        instant = new DateTimeOffset(read, ParisTime.Zone.GetUtcOffset(read));
        return true;
    }

    /// <summary>ISO 8601 with the offset of Paris, to the second.</summary>
    public static string InParis(DateTimeOffset instant) => ParisTime.Of(instant).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
