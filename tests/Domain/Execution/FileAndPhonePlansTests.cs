using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Execution;

public sealed class FileAndPhonePlansTests
{
    [Theory]
    [InlineData("2026-11-20", null, false, "v2")]
    [InlineData("2026-11-20", "11:00", false, "v1")]
    [InlineData("2026-11-20", null, true, "v1")]
    [InlineData("2026-11-19", null, false, "v1")]
    [InlineData("2026-11-23", null, false, null)]
    [InlineData("2026-11-10", null, false, null)]
    public void The_newest_version_at_or_before_what_was_asked_comes_back(string day, string? hour, bool lost, string? version)
    {
        var plan = File(day, hour, lost).Plan(Picture());
        if (version is null)
        {
            PlanScene.Same([Obstacle.VersionNotFound], plan.Obstacles);
            Assert.Equal("RestoreFromBin lea@acme.example / Devis.xlsx; RestoreFromBackup lea@acme.example / Devis.xlsx", plan.Steps());
            return;
        }

        Assert.Equal(version, plan.Only<Step.RestoreFileVersion>().Version.VersionId);
        Assert.Equal("https://learn.microsoft.com/graph/api/driveitemversion-restoreversion", plan.Steps[0].Reference!.AbsoluteUri);
        Assert.Equal(("2026-11-23T09:00:00Z", true), (plan.Steps[0].Before, plan.Steps[0].Reversible));
    }

    [Fact]
    public void Without_a_date_it_is_asked_and_without_the_file_it_is_a_persons()
    {
        PlanScene.Same([Obstacle.DetailMissing], File(null, null, lost: false).Plan(Picture()).Obstacles);
        PlanScene.Same([Obstacle.VersionNotFound], File("2026-11-20", null, lost: false).Plan(Picture() with { Files = [] }).Obstacles);
    }

    [Theory]
    [InlineData(Matter.ServerFile)]
    [InlineData(Matter.LocalFolder)]
    public void What_never_lay_in_OneDrive_is_restored_by_hand(Matter matter)
    {
        var request = PlanScene.Asked(RestoreOperations.File, ("paths", "Devis.xlsx")).On("2026-11-20").Saying(matter);
        Assert.Null(PlanReading.Of(request));
        Assert.Equal("RestoreFromBackup Devis.xlsx", request.Plan(TenantPicture.Unread).Steps());
    }

    [Fact]
    public void E63_a_lost_phone_of_the_company_is_locked_first_located_and_wiped()
    {
        var plan = Lost().Plan(Holding(Phone("d1")));
        Assert.Equal(
            "revoke-sessions lea@acme.example; lock-device d1, Galaxy A55, S-d1; locate-device d1, Galaxy A55, S-d1; wipe-device d1, Galaxy A55, S-d1", plan.Steps());
        Assert.True(plan.IsDestructive);
        Assert.True(PlanReading.Of(Lost())!.Devices);
        Assert.Equal("S-d1", ConfirmationWord.Of(plan));
    }

    [Fact]
    public void From_a_personal_phone_only_the_companys_data_is_taken()
    {
        Assert.Equal("revoke-sessions lea@acme.example; lock-device d1, Galaxy A55, S-d1; retire-device d1, Galaxy A55, S-d1", Lost().Plan(Holding(Phone("d1") with { IsPersonal = true })).Steps());
        Assert.False(Lost().Saying(Matter.PersonalDevice).Plan(Holding(Phone("d1"))).IsDestructive);
    }

    [Fact]
    public void E63_several_phones_or_another_holders_or_a_computer_are_never_wiped()
    {
        TenantPicture[] pictures =
        [
            Holding(Phone("d1"), Phone("d2")),
            Holding(Phone("d1") with { Device = Phone("d1").Device with { HolderId = PlanScene.Id(9) } }),
            Holding(Phone("d1") with { IsPhone = false }),
            Holding(),
        ];
        Assert.All(pictures, picture =>
        {
            var plan = Lost().Plan(picture);
            PlanScene.Same([Obstacle.DeviceNotFound], plan.Obstacles);
            Assert.DoesNotContain(plan.Steps, step => step.Destructive);
        });
        Assert.Contains("HandleUnmanagedDevice", Lost().Plan(Holding()).Steps(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_named_tells_two_phones_apart()
    {
        var other = Phone("d2") with { Device = Phone("d2").Device with { Model = "Apple iPhone 15" } };
        Assert.Equal("d2", PlanScene.Asked(PhoneOperations.Lost, ("phone-model", "iPhone 15")).Plan(Holding(Phone("d1"), other)).Only<Step.WipeDevice>().Device.Id);
    }

    [Fact]
    public void A_phone_that_comes_back_is_retired() =>
        Assert.Equal("retire-device d1, Galaxy A55, S-d1", PlanScene.Asked(PhoneOperations.Return).Plan(Holding(Phone("d1"))).Steps());

    private static Case File(string? day, string? hour, bool lost)
    {
        var request = PlanScene.Asked(RestoreOperations.File, ("paths", "Devis.xlsx")).On(day);
        if (lost) request = request.Saying(Matter.LossDate);
        return request with { Request = request.Request with { Hour = hour is null ? null : TimeOnly.Parse(hour, System.Globalization.CultureInfo.InvariantCulture) } };
    }

    private static TenantPicture Picture() => PlanScene.Picture(PlanScene.Lea) with
    {
        Files = [new FoundFile("Devis.xlsx", [Version("v3", "2026-11-23 10:00"), Version("v2", "2026-11-20 15:00"), Version("v1", "2026-11-18 10:00")])],
    };

    private static FileVersionRef Version(string id, string at) => new("drive", "item", id, "/Devis.xlsx", Paris.At(at));

    private static Case Lost() => PlanScene.Asked(PhoneOperations.Lost);

    private static FoundDevice Phone(string id) => new(new DeviceRef(id, id, "Galaxy A55", $"S-{id}", PlanScene.Id(1)), IsPhone: true, IsPersonal: false, A.Tuesday);

    private static TenantPicture Holding(params FoundDevice[] devices) => PlanScene.Picture(PlanScene.Lea) with { Devices = [.. devices] };
}
