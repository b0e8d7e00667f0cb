using System.Text;
using Microsoft.Kiota.Abstractions;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Graph.Calls;

/// <summary>
/// Intune's Multi Admin Approval: a call of an application bears a justification, is answered with a code, and is sent once more with that code when
/// another administrator of the customer has said yes, within three days.
/// See https://learn.microsoft.com/intune/fundamentals/role-based-access-control/multi-admin-approval-graph-api.
/// </summary>
internal static class IntuneApproval
{
    public const string CodeHeader = "x-msft-approval-code";
    public const string JustificationHeader = "x-msft-approval-justification";

    /// <summary>Adds what Intune asks for; a tenant without approval takes no notice.</summary>
    public static void Add(RequestHeaders headers, StepCall call)
    {
        headers.Add(JustificationHeader, Convert.ToBase64String(Encoding.UTF8.GetBytes($"SiOne.Bot {call.Key}"))); // The key alone: who approves there sees no name.
        if (call.ApprovalCode is { } code) headers.Add(CodeHeader, code);
    }
}
