using SiOne.Bot.Engine.Alarms;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the store takes writes and the mailbox is watched;
/// <c>degraded</c>, and still ready, while a change of the customer files is refused or an alarm lasts;
/// <c>safe-mode</c>, and not ready, where the host only looks.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app, EngineParts parts, Watching watching, AlarmWorker alarms, ReloadingCustomers customers)
    {
        app.MapGet("/health/live", () => Results.Json(new HealthAnswer("live", null, null, null, null, null, null), ApiJson.Default.HealthAnswer));
        app.MapGet("/health/ready", () =>
        {
            var store = parts.Store.Health;
            var ready = store.Healthy && !parts.Spool.Broken && watching.Ready;
            var health = customers.Health;
            var answer = new HealthAnswer(
                !ready ? "not-ready" : health.Good && alarms.Active.IsEmpty ? "ready" : "degraded", store.Name, store.BarrierP99.TotalMilliseconds, store.LogBytes, watching.State, watching.LastPoll, health.ToString())
            {
                Degraded = alarms.Active,
                Mailboxes = [.. watching.Mailboxes.Select(mailbox => new MailboxHealth(
                    mailbox.Name, mailbox.Status.State.ToString(), mailbox.Status.LastPoll, mailbox.Status.LastFault?.ToString(), mailbox.Status.StuckMails) { Reported = mailbox.Status.Reported })],
            };
            return Results.Json(answer, ApiJson.Default.HealthAnswer, statusCode: ready ? 200 : 503);
        });
    }

    /// <summary>The same of a host that only looks: it lives, and is not ready for anything.</summary>
    public static void MapSafeHealth(this WebApplication app, StoreHealth? store)
    {
        app.MapGet("/health/live", () => Results.Json(new HealthAnswer("live", null, null, null, null, null, null), ApiJson.Default.HealthAnswer));
        app.MapGet("/health/ready", () => Results.Json(
            new HealthAnswer("safe-mode", store?.Name, null, null, null, null, null), ApiJson.Default.HealthAnswer, statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
