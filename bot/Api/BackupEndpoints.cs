using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>The end of a backup run, as the script behind a backup product tells it.</summary>
/// <param name="Customer">The customer's id.</param>
/// <param name="Service">The part subscribed: <c>Backup</c> or <c>Backup365</c>.</param>
/// <param name="Job">What the backup product calls the job.</param>
/// <param name="FinishedAt">When the run ended, ISO 8601 with its offset.</param>
/// <param name="Succeeded">Whether it succeeded.</param>
internal sealed record BackupRun(string Customer, string Service, string Job, DateTimeOffset FinishedAt, bool Succeeded);

/// <summary>
/// Where a backup product tells the end of a run, so that digests can name the last good one (Art. 19): <c>POST /api/backups</c> with a bearer key of its own, which opens
/// nothing else. 204 when it is stored; the same run may be told again. Closed unless a key is set.
/// </summary>
internal static class BackupEndpoints
{
    /// <summary>Its address.</summary>
    public const string Path = "/api/backups";

    // Clocks of two machines.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    public static void MapBackups(this WebApplication app, EngineParts parts, TimeProvider clock) =>
        app.MapPost(Path, (HttpContext context, CancellationToken cancellationToken) => TakeAsync(context.Request, parts, clock, cancellationToken));

    private static async Task<IResult> TakeAsync(HttpRequest request, EngineParts parts, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (parts.Settings.Host.BackupKey is not { } key || !BearerKey.IsShown(request, key)) return JsonBody.Problem(StatusCodes.Status401Unauthorized, "a bearer key was expected, as set in SiOne:BackupKey");
        if (await ReadAsync(request, cancellationToken) is not { } run || ServiceOf(run.Service) is not { } service || !IsName(run.Job) || run.FinishedAt > clock.GetUtcNow() + Ahead)
            return JsonBody.Problem(
                StatusCodes.Status400BadRequest,
                $"a JSON object with customer, service (Backup or Backup365), job (1 to {BackupBook.MaxName} characters), finishedAt (ISO 8601 with its offset, not in the future) and succeeded (true or false)");
        if (parts.Directory.Find(run.Customer, clock.GetUtcNow()) is not { } customer || !customer.Subscription.Services.Contains(service))
            return JsonBody.Problem(StatusCodes.Status422UnprocessableEntity, "a customer of the files who has this service");
        return await parts.BackupBook.TakeAsync(customer.Id, service, run.Job.Trim(), run.FinishedAt.ToUniversalTime(), run.Succeeded, cancellationToken)
            ? Results.StatusCode(StatusCodes.Status204NoContent)
            : JsonBody.Problem(StatusCodes.Status422UnprocessableEntity, $"at most {BackupBook.MostJobs} jobs a customer: one name for every run of a job");
    }

    private static async Task<BackupRun?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonBody.ReadAsync(request, ApiJson.Default.BackupRun, cancellationToken);
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }

    private static Service? ServiceOf(string name) => name switch
    {
        nameof(Service.Backup) => Service.Backup,
        nameof(Service.Backup365) => Service.Backup365,
        _ => null,
    };

    private static bool IsName(string job) => job.Trim() is { Length: > 0 and <= BackupBook.MaxName } name && !name.Any(char.IsControl);
}
