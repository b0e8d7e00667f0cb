using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class ProvenIdentityTests
{
    private const string Found = "identity-unproven/RGPD II c/prove-identity";

    private readonly ProvenIdentity _clause = new();

    /// <summary>What would harm people if an impostor asked; written out, so that the catalogue cannot lose one unseen.</summary>
    private static readonly string[] Sensitive =
    [
        "licence.arrival", "licence.departure", "licence.password", "mailbox.create", "mailbox.close", "mailbox.convert-shared",
        "mailbox.redirect", "mailbox.settings", "licence.sharepoint", "restore.site", "phone.lost", "other.data-rights",
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void An_unproven_sender_proves_a_sensitive_operation(string operation) => Assert.Equal(
        Sensitive.Contains(operation) ? Found : "", _clause.Finds(A.Case(AllOperations.Get(operation), proven: false)));

    [Theory]
    [MemberData(nameof(All))]
    public void A_proven_sender_proves_nothing_more(string operation) =>
        Assert.Empty(_clause.Finds(A.Case(AllOperations.Get(operation)).About("Bo Autre")));

    [Theory]
    [InlineData("restore.file", null, "")]
    [InlineData("restore.file", "Modèle Ada", "")]
    [InlineData("restore.file", "Bo Autre", Found)]
    [InlineData("restore.mailbox", "Bo Autre", Found)]
    [InlineData("mailbox.absence", "Bo Autre", "")]
    public void A_restore_of_somebody_elses_data_is_sensitive(string operation, string? person, string found) =>
        Assert.Equal(found, _clause.Finds(A.Case(AllOperations.Get(operation), proven: false).About(person)));

    [Fact]
    public void Whatever_opens_another_persons_data_is_sensitive_and_our_own_caution()
    {
        var finding = Assert.Single(_clause.Examine(A.Case(RestoreOperations.Mailbox, proven: false).Saying(Matter.OthersData)));
        Assert.True(finding.IsReading);
    }

    [Fact]
    public void A_stranger_is_asked_no_proof() => Assert.Empty(_clause.Finds(A.Case(LicenceOperations.Password).FromStranger()));

    public static TheoryData<string> All => A.Operations(_ => true);
}
