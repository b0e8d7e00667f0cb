using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Rights;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Hosting;

/// <summary>What people's rights over their data need (Art. 25, RGPD VIII), put together by hand.</summary>
/// <param name="Finder">Finds what is held.</param>
/// <param name="Eraser">Erases it.</param>
/// <param name="Obstacles">What stands against that.</param>
/// <param name="Retention">What goes by itself.</param>
/// <param name="Pseudonyms">Who was meant, without a name.</param>
/// <param name="Archive">Versions of customer files.</param>
public sealed record RightsParts(
    HoldingsFinder Finder, Eraser Eraser, ErasureObstacles Obstacles, RetentionJob Retention, Pseudonyms Pseudonyms, CustomerArchive Archive)
{
    /// <summary>Puts them together.</summary>
    internal static RightsParts Of(
        UsableSettings settings, ICustomerDirectory directory, IStore store, TextVault vault, MessageSpool spool, MessageReader reader, KeptFiles files, ChatBook chats, Eraser eraser,
        OperatorJournal journal, Pseudonyms pseudonyms, TimeProvider clock, ILoggerFactory logs)
    {
        var expired = new ExpiredFinder(store, chats, files, directory, settings.Engine);
        return new RightsParts(
            new HoldingsFinder(store, vault, new KeptMessages(vault, spool, reader), files), eraser, new ErasureObstacles(store),
            new RetentionJob(expired, eraser, files, new RetentionMarks(vault, store), settings.Engine, journal, clock, logs.CreateLogger<RetentionJob>()), pseudonyms, new CustomerArchive(settings.CustomerArchivePath));
    }
}
