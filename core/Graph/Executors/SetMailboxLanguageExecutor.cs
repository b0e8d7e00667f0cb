using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Sets a mailbox's language and time zone.</summary>
internal sealed class SetMailboxLanguageExecutor : AccountExecutor<Step.SetMailboxLanguage>
{
    /// <inheritdoc/>
    public override string Permission => "MailboxSettings.ReadWrite";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ReadPermissions => [.. base.ReadPermissions, "MailboxSettings.Read"];

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/user-update-mailboxsettings");

    /// <inheritdoc/>
    protected override AccountRef AccountOf(Step.SetMailboxLanguage step) => step.Account;

    /// <inheritdoc/>
    protected override async Task<StepSight> SeeAsync(TenantGraph graph, Step.SetMailboxLanguage step, User user, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var now = await graph.Reads.Users[user.Id].MailboxSettings.GetAsync(cancellationToken: cancellationToken);
        var (locale, zone) = (now?.Language?.Locale ?? "", now?.TimeZone ?? "");
        if (string.Equals(locale, step.Locale, StringComparison.OrdinalIgnoreCase) && string.Equals(zone, step.TimeZone, StringComparison.OrdinalIgnoreCase))
            return new StepSight.Holds();
        // A mailbox that nobody has opened yet has neither: there is nothing to bring back.
        return new StepSight.ToDo(locale.Length > 0 && zone.Length > 0 ? step with { Locale = locale, TimeZone = zone } : null);
    }

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.SetMailboxLanguage step, StepCall call, CancellationToken cancellationToken)
    {
        var settings = new MailboxSettings { Language = new LocaleInfo { Locale = step.Locale }, TimeZone = step.TimeZone };
        await graph.With(Power).Users[IdOf(step.Account)].MailboxSettings.PatchAsync(settings, cancellationToken: cancellationToken);
        return new StepAnswer.Taken();
    }
}
