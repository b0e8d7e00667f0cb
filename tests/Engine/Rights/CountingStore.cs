using System.Reflection;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Rights;

/// <summary>A store that counts how often it is asked.</summary>
public class CountingStore : DispatchProxy
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IStore _store = null!;

    /// <summary>Calls of any kind.</summary>
    public int Calls { get; private set; }

    /// <summary>Completes at the first call.</summary>
    public Task First => _first.Task;

    /// <summary>How often for a single text.</summary>
    public int Asked { get; private set; }

    public static (IStore Store, CountingStore Count) Around(IStore store)
    {
        var proxy = Create<IStore, CountingStore>();
        var count = (CountingStore)(object)proxy;
        count._store = store;
        return (proxy, count);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Calls++;
        _first.TrySetResult();
        if (targetMethod!.Name is nameof(IStore.FindTextAsync)) Asked++;
        return targetMethod.Invoke(_store, args);
    }
}
