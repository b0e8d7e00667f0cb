using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Tests.Chats;

/// <summary>People of <see cref="Bench.Ozon"/> and others, as they chat and click.</summary>
internal static class ChatBench
{
    public static readonly Guid Tenant = Bench.Ozon.TenantId!.Value;
    public static readonly Guid Alix = new("0e000000-0000-4000-8000-0000000000a1");
    public static readonly Guid Emile = new("0e000000-0000-4000-8000-0000000000e1");

    /// <summary>An employee whom the customer file does not list.</summary>
    public static readonly Guid Unlisted = new("0e000000-0000-4000-8000-0000000000f1");

    public static Task<IntakeRow> SaysAsync(
        this Bench bench, Guid account, string text, string id, string? inReplyTo = null, bool amends = false, Guid? tenant = null) =>
        bench.TakeAsync(new ChatText(tenant ?? Tenant, account, AddressOf(account), text, id, inReplyTo, amends));

    public static Sender SenderOf(this Bench bench, Guid account, Guid? tenant = null) => new Engine.Customers.CustomerDirectory([Bench.Ozon, Bench.Nova]).Identify(
        new SignedInAccount(tenant ?? Tenant, account), AddressOf(account) is { } address ? MailAddress.Parse(address) : null, bench.Clock.GetUtcNow());

    public static ChatKey ChatOf(Guid account) => ChatKey.Of(new SignedInAccount(Tenant, account));

    /// <summary>The person has opened a chat with the bot.</summary>
    public static Task OpensChatAsync(this Bench bench, Guid account) =>
        bench.Chats.RememberAsync(ChatOf(account), new Chat($"chat of {account}", Language.French), bench.SenderOf(account), CancellationToken.None);

    public static async Task<RequestDocument> RequestOfAsync(this Bench bench, IntakeRow row) =>
        (await bench.Store.FindRequestAsync(Assert.Single(row.Requests), CancellationToken.None))!;

    public static Task<ClickResult> ClicksAsync(
        this Bench bench, Guid account, RequestDocument shown, CustomerVerb verb, string click = "click", string? text = null, GivenDetails? details = null,
        Guid? tenant = null) => bench.CustomerDesk.DoAsync(
        new CustomerClick(
            IntakeKeys.OfClick(click), shown.Id, shown.State.Revision, bench.SenderOf(account, tenant), verb, bench.Clock.GetUtcNow(), new byte[] { 1 })
        { Text = text, Details = details }, CancellationToken.None);

    private static string? AddressOf(Guid account) => account == Alix ? "alix@ozon.example" : account == Emile ? "emile@ozon.example" : null;
}
