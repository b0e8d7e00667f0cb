using LiteDB;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>Says what LiteDB threw without its words: some of its messages quote keys.</summary>
internal static class Failure
{
    public static string Describe(Exception cause) => cause switch
    {
        LiteException { InnerException: IOException inner } => Describe(inner),
        LiteException lite => $"LiteDB error {lite.ErrorCode}",
        IOException or UnauthorizedAccessException => $"{cause.GetType().Name}: {cause.Message}",
        _ => cause.GetType().Name,
    };

    /// <summary>Whether it is the file's content that cannot be read, rather than the disk, its size or this account's rights.</summary>
    public static bool IsDamage(Exception cause) => cause switch
    {
        LiteException { ErrorCode: LiteException.FILE_SIZE_EXCEEDED or LiteException.LOCK_TIMEOUT } => false,
        LiteException { InnerException: { } inner } => IsDamage(inner),
        IOException or UnauthorizedAccessException or OperationCanceledException => false,
        _ => true,
    };

    public static StoreUnavailableException Of(Exception cause) => cause switch
    {
        StoreUnavailableException known => known,
        RowDamagedException damaged => damaged.ForCaller(),
        _ => new StoreUnavailableException($"The store could not do it ({Describe(cause)}): read before trying again; look at disk and log.") { Damaged = IsDamage(cause) },
    };
}
