using System.Runtime.CompilerServices;

namespace SiOne.Bot.TestKit;

/// <summary>Waiting with an end: a test that waits in vain fails by name instead of hanging.</summary>
public static class Deadline
{
    /// <summary>Long enough for a machine under load; no test waits that long unless it fails.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(30);

    /// <summary>The task's result, or a failure that names the expression.</summary>
    public static async Task<T> WithinAsync<T>(
        this Task<T> task, TimeSpan? limit = null, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        try
        {
            return await task.WaitAsync(limit ?? Default);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"Waited {limit ?? Default} in vain for: {what}", e);
        }
    }

    /// <summary>The task's end, or a failure that names the expression.</summary>
    public static async Task WithinAsync(
        this Task task, TimeSpan? limit = null, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        try
        {
            await task.WaitAsync(limit ?? Default);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"Waited {limit ?? Default} in vain for: {what}", e);
        }
    }

    /// <summary>Looks every 10 ms until the condition holds.</summary>
    public static Task UntilAsync(
        Func<bool> condition, TimeSpan? limit = null, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        UntilAsync(() => Task.FromResult(condition()), limit, what);

    /// <summary>Looks every 10 ms until the condition holds.</summary>
    public static async Task UntilAsync(
        Func<Task<bool>> condition, TimeSpan? limit = null, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        using var end = new CancellationTokenSource(limit ?? Default);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await condition())
        {
            try
            {
                await tick.WaitForNextTickAsync(end.Token);
            }
            catch (OperationCanceledException e)
            {
                throw new TimeoutException($"Waited {limit ?? Default} in vain until: {what}", e);
            }
        }
    }
}
