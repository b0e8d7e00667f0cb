using System.Collections.Immutable;
using FsCheck.Xunit;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Contract;

public sealed class VerdictsTests
{
    private static readonly string[] InOrder =
    [
        "unknown-sender", "terminated", "suspended", "quote", "draft", "prove-identity", "await-approval", "await-details", "accepted",
    ];

    [Fact]
    public void Verdicts_stand_in_the_order_of_their_weight() => Assert.Equal(InOrder, Enum.GetValues<Verdict>().Select(Verdicts.Id));

    [Fact]
    public void Nothing_found_is_accepted() => Assert.Equal(Verdict.Accepted, Verdicts.Of([]));

    [Fact]
    public void What_only_informs_does_not_weigh() => Assert.Equal(Verdict.Accepted, Verdicts.Of([Finding(null), Finding(null)]));

    [Fact]
    public void Of_each_two_the_weightier_holds_in_whatever_order_they_are_found()
    {
        var all = Enum.GetValues<Verdict>();
        foreach (var heavy in all)
            foreach (var light in all.Where(light => Array.IndexOf(all, light) >= Array.IndexOf(all, heavy)))
            {
                Assert.Equal(heavy, Verdicts.Of([Finding(heavy), Finding(null), Finding(light)]));
                Assert.Equal(heavy, Verdicts.Of([Finding(light), Finding(heavy)]));
            }
    }

    [Property]
    public bool One_more_finding_never_makes_it_lighter(Verdict[] found, Verdict more)
    {
        ImmutableArray<Finding> findings = [.. found.Select(verdict => Finding(verdict))];
        return Verdicts.Of(findings.Add(Finding(more))) <= Verdicts.Of(findings);
    }

    private static Finding Finding(Verdict? leadsTo) => new("test", new Article("1"), leadsTo, new Label("Essai.", "Test."));
}
