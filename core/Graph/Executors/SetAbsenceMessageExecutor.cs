using System.Globalization;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Reading;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Lets a mailbox answer that its owner is away, or answer nothing. An undo brings the words back, not their formatting.</summary>
internal sealed class SetAbsenceMessageExecutor : AccountExecutor<Step.SetAbsenceMessage>
{
    /// <summary>Exchange wants both ends of a schedule; without one the message stays a year at most.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <inheritdoc/>
    public override string Permission => "MailboxSettings.ReadWrite";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ReadPermissions => [.. base.ReadPermissions, "MailboxSettings.Read"];

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/user-update-mailboxsettings");

    /// <inheritdoc/>
    protected override AccountRef AccountOf(Step.SetAbsenceMessage step) => step.Account;

    /// <inheritdoc/>
    protected override async Task<StepSight> SeeAsync(TenantGraph graph, Step.SetAbsenceMessage step, User user, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var settings = await graph.Reads.Users[user.Id].MailboxSettings.GetAsync(cancellationToken: cancellationToken);
        var before = AsStep(step.Account, settings?.AutomaticRepliesSetting);
        return Same(before, step) ? new StepSight.Holds() : new StepSight.ToDo(before);
    }

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.SetAbsenceMessage step, StepCall call, CancellationToken cancellationToken)
    {
        var settings = new MailboxSettings { AutomaticRepliesSetting = AsSetting(step, graph.Time.GetUtcNow()) };
        await graph.With(Power).Users[IdOf(step.Account)].MailboxSettings.PatchAsync(settings, cancellationToken: cancellationToken);
        return new StepAnswer.Taken();
    }

    private static AutomaticRepliesSetting AsSetting(Step.SetAbsenceMessage step, DateTimeOffset now)
    {
        if (step.Message is null) return new AutomaticRepliesSetting { Status = AutomaticRepliesStatus.Disabled };
        var html = MailText.ToHtml(step.Message);
        var setting = new AutomaticRepliesSetting
        {
            Status = AutomaticRepliesStatus.AlwaysEnabled,
            InternalReplyMessage = html,
            ExternalReplyMessage = html,
            ExternalAudience = ExternalAudienceScope.All,
        };
        if (step.From is null && step.To is null) return setting;
        var from = step.From ?? now;
        setting.Status = AutomaticRepliesStatus.Scheduled;
        setting.ScheduledStartDateTime = At(from);
        setting.ScheduledEndDateTime = At(step.To ?? from + Longest);
        return setting;
    }

    private static Step.SetAbsenceMessage AsStep(AccountRef account, AutomaticRepliesSetting? setting)
    {
        if (setting?.Status is null or AutomaticRepliesStatus.Disabled) return new Step.SetAbsenceMessage(account, null, null, null);
        var words = MailText.OfHtml(setting.InternalReplyMessage ?? setting.ExternalReplyMessage ?? "");
        return setting.Status == AutomaticRepliesStatus.Scheduled
            ? new Step.SetAbsenceMessage(account, words, Of(setting.ScheduledStartDateTime), Of(setting.ScheduledEndDateTime))
            : new Step.SetAbsenceMessage(account, words, null, null);
    }

    private static bool Same(Step.SetAbsenceMessage now, Step.SetAbsenceMessage wanted)
    {
        if (now.Message is null || wanted.Message is null) return now.Message is null && wanted.Message is null;
        if (!MailText.SameWords(now.Message, wanted.Message)) return false;
        if (wanted.From is null && wanted.To is null) return now.From is null && now.To is null;
        // An end that was left open is written by us: it need not be compared.
        return (wanted.From is null || SameMinute(now.From, wanted.From)) && (wanted.To is null ? now.To is not null : SameMinute(now.To, wanted.To));
    }

    private static bool SameMinute(DateTimeOffset? one, DateTimeOffset? other) =>
        one is { } a && other is { } b && a.UtcTicks / TimeSpan.TicksPerMinute == b.UtcTicks / TimeSpan.TicksPerMinute;

    private static DateTimeTimeZone At(DateTimeOffset instant) =>
        new() { DateTime = instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), TimeZone = "UTC" };

    /// <summary>Without a header that asks for another zone Exchange answers in UTC.</summary>
    private static DateTimeOffset? Of(DateTimeTimeZone? written) =>
        DateTimeOffset.TryParse(written?.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
