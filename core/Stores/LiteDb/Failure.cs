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

    public static StoreUnavailableException Of(Exception cause) => cause switch
    {
        StoreUnavailableException known => known,
        RowDamagedException damaged => damaged.ForCaller(),
        _ => new StoreUnavailableException($"The store could not do it ({Describe(cause)}): read before trying again; look at disk and log."),
    };
}
