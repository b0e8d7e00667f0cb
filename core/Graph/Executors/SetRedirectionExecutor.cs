using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Graph.Executors;

/// <summary>
/// Redirects what arrives by an inbox rule, found again by its name. Graph has no call for Exchange's own forwarding, and does not show a rule that another
/// program has hidden.
/// </summary>
internal sealed class SetRedirectionExecutor : AccountExecutor<Step.SetRedirection>
{
    private const string Inbox = "inbox";

    /// <inheritdoc/>
    public override string Permission => "MailboxSettings.ReadWrite";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ReadPermissions => [.. base.ReadPermissions, "MailboxSettings.Read"];

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/mailfolder-post-messagerules");

    /// <inheritdoc/>
    protected override AccountRef AccountOf(Step.SetRedirection step) => step.Account;

    /// <inheritdoc/>
    protected override async Task<StepSight> SeeAsync(TenantGraph graph, Step.SetRedirection step, User user, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var rule = await RuleAsync(graph, user.Id!, step.RuleName, cancellationToken);
        if (rule is null) return step.To is null ? new StepSight.Holds() : new StepSight.ToDo(step with { To = null });
        var to = AddressOf(rule);
        if (step.To is null) return new StepSight.ToDo(to is null ? null : step with { To = new AccountRef(to, null) });
        return rule.IsEnabled == true && string.Equals(to, step.To.UserPrincipalName, StringComparison.OrdinalIgnoreCase)
            ? new StepSight.Holds()
            : new StepSight.Drifted("rule-changed");
    }

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.SetRedirection step, StepCall call, CancellationToken cancellationToken)
    {
        var user = IdOf(step.Account);
        var rules = graph.With(Power).Users[user].MailFolders[Inbox].MessageRules;
        if (step.To is { } to)
        {
            await rules.PostAsync(RuleOf(step.RuleName, to), cancellationToken: cancellationToken);
            return new StepAnswer.Taken();
        }
        if (await RuleAsync(graph, user, step.RuleName, cancellationToken) is { } rule) await rules[rule.Id].DeleteAsync(cancellationToken: cancellationToken);
        return new StepAnswer.Taken();
    }

    private static MessageRule RuleOf(string name, AccountRef to) => new()
    {
        DisplayName = name,
        Sequence = 1,
        IsEnabled = true,
        Actions = new MessageRuleActions { RedirectTo = [new Recipient { EmailAddress = new EmailAddress { Address = to.UserPrincipalName } }] },
    };

    private static async Task<MessageRule?> RuleAsync(TenantGraph graph, string user, string name, CancellationToken cancellationToken)
    {
        var rules = await graph.Reads.Users[user].MailFolders[Inbox].MessageRules.GetAsync(cancellationToken: cancellationToken);
        return rules?.Value?.FirstOrDefault(rule => rule.DisplayName == name);
    }

    private static string? AddressOf(MessageRule rule) =>
        rule.Actions?.RedirectTo is [{ EmailAddress.Address: { Length: > 0 } address }] ? address.ToLowerInvariant() : null;
}
