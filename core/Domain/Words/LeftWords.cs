using System.Globalization;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says to technicians what is left of a time, in hours during which somebody is there.</summary>
public static class LeftWords
{
    /// <summary>Nothing is left.</summary>
    public static Label Overdue { get; } = new("dépassée", "overdue");

    /// <summary>So much service time; what is less than a whole hour is not counted, so that nobody is told more than there is.</summary>
    public static Label Of(TimeSpan serviceTime)
    {
        var hours = Math.Floor(serviceTime.TotalHours).ToString(CultureInfo.InvariantCulture);
        return serviceTime.TotalHours < 1
            ? new("reste moins d'une heure de service", "less than one service hour left")
            : new($"reste {hours} h de service", hours == "1" ? "1 service hour left" : $"{hours} service hours left");
    }
}
