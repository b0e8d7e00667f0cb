using System.Collections.Immutable;
using System.Reflection;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Tests.Contract;

public sealed class ReadingListTests
{
    /// <summary>The 48 hours of Art. 11, 14 and 22 are the contract's own; that they can be set is no Reading.</summary>
    private static readonly string[] TheContractsOwn = [nameof(Readings.CommitmentHours)];

    private static readonly PropertyInfo[] Settings =
        [.. typeof(Readings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !TheContractsOwn.Contains(property.Name))];

    public static TheoryData<string> Keys => [.. Settings.Select(property => property.Name)];

    [Fact]
    public void Every_reading_has_one_line() => Assert.Equal(
        Settings.Select(property => property.Name).Order(StringComparer.Ordinal),
        ReadingList.Of(Readings.Default).Select(line => line.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_line_is_whole() => Assert.All(ReadingList.Of(Readings.Default), line =>
    {
        Assert.True(line.IsDefault);
        Assert.NotEmpty(line.Articles);
        Assert.All(line.Articles, article => Assert.Contains(article, Article.All));
        Assert.Matches(@"^\p{Lu}.*\.$", line.Open);
        Assert.Matches(@"^\p{L}.*\.$", line.Chosen);
        Assert.DoesNotContain('\'', line.Open + line.Chosen);
    });

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_setting_that_is_changed_changes_its_line_and_no_other(string key)
    {
        var changed = ReadingList.Of(Changed(key));
        var byDefault = ReadingList.Of(Readings.Default);
        Assert.All(changed.Zip(byDefault), pair =>
        {
            Assert.Equal(pair.Second.Key == key, pair.First.Chosen != pair.Second.Chosen);
            Assert.Equal(pair.Second.Key != key, pair.First.IsDefault);
            Assert.Equal(pair.Second.Open, pair.First.Open);
        });
    }

    /// <summary>The documented values: a default that moves is a change of what SI-ONE has signed.</summary>
    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        var readings = Readings.Default;
        Assert.Equal((HoursReading.ServiceDays, 48, 48, 15), (readings.Hours, readings.CommitmentHours, readings.TargetHours, readings.KeepContentWorkingDays));
        Assert.All(
            Settings.Where(property => property.PropertyType == typeof(bool)), property => Assert.True((bool)property.GetValue(readings)!, property.Name));
        Assert.Equal(
            (new TimeOnly(8, 30), new TimeOnly(12, 30), new TimeOnly(14, 0), new TimeOnly(18, 0)),
            (readings.ServiceHours.Opening, readings.ServiceHours.BreakFrom, readings.ServiceHours.BreakTo, readings.ServiceHours.Closing));
        Assert.Equal("Word Excel PowerPoint Outlook OneDrive SharePoint Teams Yammer", string.Join(' ', readings.OfficeSoftware));
    }

    /// <summary>The same readings with one setting changed, whatever its type: a new kind of setting has to be taught here.</summary>
    private static Readings Changed(string key)
    {
        var changed = Readings.Default with { };
        var property = Settings.Single(property => property.Name == key);
        property.SetValue(changed, property.GetValue(changed) switch
        {
            bool yes => !yes,
            int number => number + 1,
            HoursReading.ServiceDays => HoursReading.Calendar,
            DayHours hours => hours with { Opening = new TimeOnly(9, 0) },
            ImmutableArray<string> names => names.Add("Visio"),
            var other => throw new NotSupportedException($"{key}: {other?.GetType().Name}"),
        });
        return changed;
    }
}
