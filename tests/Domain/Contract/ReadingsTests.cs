using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Tests.Contract;

public sealed class ReadingsTests
{
    [Fact]
    public void The_documented_readings_are_the_defaults()
    {
        var readings = Readings.Default;
        Assert.Equal((HoursReading.ServiceDays, 48, 48, 15), (readings.Hours, readings.CommitmentHours, readings.TargetHours, readings.KeepContentWorkingDays));
        Assert.True(readings is
        {
            SereniteInterventionsByMail: true,
            BotIsTheApplication: true,
            EmergenciesOnEveryChannel: true,
            CompanyRules: true,
            PauseWhileCustomerOwes: true,
            WipeTakesTwo: true,
        });
        Assert.Equal(new DayHours(new TimeOnly(8, 30), new TimeOnly(12, 30), new TimeOnly(14, 0), new TimeOnly(18, 0)), readings.ServiceHours);
    }

    [Fact]
    public void The_page_to_be_signed_says_hours_as_people_do_and_marks_what_was_changed()
    {
        var line = ReadingList.Of(Readings.Default).Single(line => line.Key == nameof(Readings.ServiceHours));
        Assert.Contains("8 h 30 – 12 h 30 et 14 h – 18 h", line.Chosen.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.All(ReadingList.Of(Readings.Default), item => Assert.True(item.IsDefault));
        Assert.Equal(
            [nameof(Readings.WipeTakesTwo)],
            ReadingList.Of(Readings.Default with { WipeTakesTwo = false }).Where(item => !item.IsDefault).Select(item => item.Key));
    }
}
