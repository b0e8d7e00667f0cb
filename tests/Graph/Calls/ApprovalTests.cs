using System.Net;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Tests.Executors;

namespace SiOne.Bot.Graph.Tests.Calls;

/// <summary>Intune's approval by another administrator of the customer (RELIABILITY E63).</summary>
public sealed class ApprovalTests
{
    [Theory]
    [InlineData("wipe", HttpStatusCode.PreconditionFailed)]
    [InlineData("wipe", HttpStatusCode.Forbidden)]
    [InlineData("wipe", HttpStatusCode.BadRequest)]
    [InlineData("retire", HttpStatusCode.PreconditionFailed)]
    public async Task E63_The_same_call_is_sent_again_with_the_code_once_it_is_approved(string name, HttpStatusCode status)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.Approvals.IsOn = true;
        tenant.Approvals.FirstStatus = status;
        var step = Acts.Make(name, tenant);
        var waits = Assert.IsType<StepAnswer.AwaitsCustomer>(await customers.DoAsync(tenant, step));
        Assert.Equal(tenant.Approvals.Waiting, [waits.ApprovalCode]);
        Assert.Equal(waits, await customers.DoAsync(tenant, step)); // Asked twice, it is one request for approval.
        Assert.Equal(waits, await customers.DoAsync(tenant, step, waits.ApprovalCode)); // Not approved yet.
        Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, step));
        tenant.Approvals.Approve(waits.ApprovalCode);
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step, waits.ApprovalCode));
        Assert.IsType<StepSight.Pending>(await customers.LookAsync(tenant, step));
        Assert.Equal(1, customers.EffectsOn(tenant));
    }

    [Fact]
    public async Task E63_A_rejected_call_and_one_of_over_three_days_are_refused()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.Approvals.IsOn = true;
        var step = Acts.Make("wipe", tenant);
        var first = (StepAnswer.AwaitsCustomer)await customers.DoAsync(tenant, step);
        tenant.Approvals.Reject(first.ApprovalCode);
        Assert.Equal(new StepAnswer.Refused("Forbidden"), await customers.DoAsync(tenant, step, first.ApprovalCode));
        var second = (StepAnswer.AwaitsCustomer)await customers.DoAsync(tenant, step);
        tenant.Approvals.Approve(second.ApprovalCode);
        customers.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(new StepAnswer.Refused("Forbidden"), await customers.DoAsync(tenant, step, second.ApprovalCode));
        Assert.Equal(0, customers.EffectsOn(tenant));
    }
}
