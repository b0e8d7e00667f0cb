using System.Text;
using FsCheck.Xunit;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Tests.Execution;

/// <summary>Whatever stands in a request: a plan or none comes of it, nothing is thrown, and nobody outside the company is touched.</summary>
[Properties(MaxTest = 300)]
public sealed class HostileRequestProperties
{
    private static readonly string[] Bits =
    [
        "\uD800", "\u202E", "\r\n", " | ", "@", "@acme.example", "lea@acme.example", "x@evil.example", "\0", "{first}", "..", "//", "é", "œ", "Ines ", "Caron", "E3", "add", "*", "'",
    ];

    [Property]
    public void A_plan_of_hostile_words_is_sealed_and_read_again_and_stays_in_the_company(byte operation, byte[] words, bool named, bool read)
    {
        var text = Text(words ?? []);
        var asked = PlanWriter.Planned[operation % PlanWriter.Planned.Length];
        var request = PlanScene.Plain(
            asked, ("addresses", text), ("teams", text), ("lists", text), ("sites", text), ("paths", text), ("licences", text), ("message", text),
            ("manager", text), ("account", text), ("change", text), ("language", text), ("phone-model", text)).About(named ? text : null).On("2026-11-20");
        var wanted = PlanReading.Of(request);
        Assert.All(wanted?.Accounts ?? [], account => Assert.DoesNotContain("@evil", account, StringComparison.OrdinalIgnoreCase));
        var plan = request.Plan(read ? PlanScene.Picture(PlanScene.Lea) : TenantPicture.Unread);
        Assert.Equal(PlanHash.Of(plan), PlanHash.Of(PlanJson.Read(PlanJson.Write(plan))!));
        Assert.All(plan.Steps.Where(step => step.Does is not Step.ByHand), step =>
        {
            Assert.DoesNotContain("@evil.example", Account(step.Does)?.UserPrincipalName ?? "", StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\n', StepTarget.Of(step.Does));
        });
    }

    [Property]
    public void A_made_address_is_always_one(string name)
    {
        var plan = PlanScene.Plain(LicenceOperations.Arrival).About(name ?? "").Plan(TenantPicture.Unread);
        foreach (var created in plan.Steps.Select(step => step.Does).OfType<Step.CreateAccount>())
            Assert.Matches("^[a-z0-9]([a-z0-9._-]*[a-z0-9])?@acme\\.example$", created.Account.UserPrincipalName);
    }

    private static AccountRef? Account(Step step) => step switch
    {
        Step.CreateAccount s => s.Account,
        Step.SetLicences s => s.Account,
        Step.SetMembership s => s.Account,
        Step.SetSignIn s => s.Account,
        Step.ResetPassword s => s.Account,
        Step.SetRedirection s => s.To ?? s.Account,
        Step.SetManager s => s.Manager,
        Step.DeleteAccount s => s.Account,
        _ => null,
    };

    private static string Text(byte[] words)
    {
        var text = new StringBuilder();
        foreach (var word in words) text.Append(Bits[word % Bits.Length]).Append(word % 3 == 0 ? " " : "");
        return text.ToString();
    }
}
