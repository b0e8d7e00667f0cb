using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Cards.Samples;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Cards.Tests.Customers;

public sealed class FormFieldTests
{
    [Theory]
    [InlineData("licence.departure", null, "MailboxFate Person EffectiveDate")]
    [InlineData("licence.departure", "2026-12-18", "MailboxFate Person")]
    [InlineData("licence.arrival", null, "NewPerson EffectiveDate")]
    [InlineData("mailbox.close", "2026-12-18", "Mailbox")]
    [InlineData("mailbox.create", null, "Mailbox EffectiveDate")]
    [InlineData("incident.print", null, "Details")]
    public void The_fields_fit_what_is_missing(string operation, string? date, string fields)
    {
        var request = SampleRequests.Of(AllOperations.Get(operation), date: date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", null));
        Assert.Equal(fields.Split(' ').Order(StringComparer.Ordinal), FormFields.Of(request).Select(field => field.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_reader_may_not_know_is_asked_in_free_words()
    {
        var request = SampleRequests.Of(LicenceOperations.Departure);
        Assert.Equal([FormField.Details], FormFields.Of(request with { DetailsWithheld = true }).AsEnumerable());
        Assert.Equal([FormField.Details], FormFields.Of(request with { Abstained = true }).AsEnumerable());
    }

    /// <summary>A clause that asks for a new detail must be given its field here.</summary>
    [Fact]
    public void Every_detail_that_an_operation_needs_has_a_field() => Assert.All(
        AllOperations.List.Where(operation => !operation.Needs.IsEmpty), operation =>
            Assert.DoesNotContain(FormField.Details, FormFields.Of(SampleRequests.Of(operation))));
}
