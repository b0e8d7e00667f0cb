using System.Collections;
using System.Reflection;
using LiteDB.Engine;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// LiteDB leaves the transaction of a read that met a damaged page behind, and its finalizer then throws: on the finalizer's thread, where nothing can
/// catch it, so that one changed byte would end the whole process. What is left behind when a file is closed owns nothing any more, and is spared the
/// finalizer.
/// </summary>
internal static class LeakedTransactions
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
    private static readonly FieldInfo? Monitor = typeof(LiteEngine).GetField("_monitor", Any);
    private static readonly PropertyInfo? Transactions = Monitor?.FieldType.GetProperty("Transactions", Any);

    /// <summary>Whether this LiteDB is built as this class expects; a test says when it no longer is.</summary>
    public static bool AreKnown => Transactions is not null;

    /// <summary>The transactions of an engine; taken before it is closed.</summary>
    public static IReadOnlyList<object> Of(LiteEngine engine) =>
        Monitor?.GetValue(engine) is { } monitor && Transactions?.GetValue(monitor) is IEnumerable all ? [.. all.Cast<object>()] : [];

    /// <summary>Spares them the finalizer.</summary>
    public static void Forget(IEnumerable<object> transactions)
    {
#pragma warning disable CA1816 // Nobody else will: LiteDB has closed what they belong to.
        foreach (var transaction in transactions) GC.SuppressFinalize(transaction);
#pragma warning restore CA1816
    }
}
