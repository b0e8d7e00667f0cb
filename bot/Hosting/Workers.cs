using SiOne.Bot.Engine.Alarms;

namespace SiOne.Bot.Host.Hosting;

/// <summary>Runs the watcher, the intake, the outbox, what goes when its time has come, the Teams bots and the customers' reload until the host stops. One that ends by itself stops the host: half a product is none.</summary>
/// <param name="parts">The engine.</param>
/// <param name="alarms">Tells of what goes wrong.</param>
/// <param name="watch">The mailbox or folder watcher.</param>
/// <param name="reload">Follows the customer files.</param>
/// <param name="teams">The Teams bots; null where Teams is off.</param>
/// <param name="lifetime">Stopped when a worker fails.</param>
/// <param name="log">Where failures go.</param>
public sealed partial class Workers(
    EngineParts parts, AlarmWorker alarms, Func<CancellationToken, Task> watch, Func<CancellationToken, Task> reload, Func<CancellationToken, Task>? teams, IHostApplicationLifetime lifetime, ILogger<Workers> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        GuardAsync("watcher", watch, stoppingToken),
        GuardAsync("customers", reload, stoppingToken),
        GuardAsync("intake", parts.Intake.RunAsync, stoppingToken),
        GuardAsync("alarms", alarms.RunAsync, stoppingToken),
        GuardAsync("agenda", parts.Agenda.RunAsync, stoppingToken),
        GuardAsync("plans", parts.Plans.Worker.RunAsync, stoppingToken),
        GuardAsync("digests", parts.Weekly.RunAsync, stoppingToken),
        GuardAsync("retention", parts.Retention.RunAsync, stoppingToken),
        GuardAsync("expiry", parts.Rights.Retention.RunAsync, stoppingToken),
        GuardAsync("outbox", parts.Outbox.RunAsync, stoppingToken),
        teams is null ? Task.CompletedTask : GuardAsync("teams", teams, stoppingToken));

    private async Task GuardAsync(string name, Func<CancellationToken, Task> run, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(() => run(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure)
        {
            Log.WorkerFailed(log, name, failure.GetType().Name);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Critical, "The {Worker} worker failed ({Failure}); the host stops.")]
        public static partial void WorkerFailed(ILogger logger, string worker, string failure);
    }
}
