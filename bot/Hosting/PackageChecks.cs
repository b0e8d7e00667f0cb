using System.Collections.Immutable;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Manifest;

namespace SiOne.Bot.Host.Hosting;

/// <summary>What was found in one uploaded package.</summary>
/// <param name="FileName">Its file's name.</param>
/// <param name="Good">It belongs to the bot that runs.</param>
/// <param name="Message">One line, with the remedy where it is needed.</param>
internal sealed record PackageFinding(string FileName, bool Good, string Message);

/// <summary>
/// Whether the app packages that were uploaded to Teams belong to the bots that run: with another bot's id, people write to nobody, and nothing
/// else would say so.
/// </summary>
internal static partial class PackageChecks
{
    /// <summary>One finding an app; none where no folder is set.</summary>
    public static ImmutableArray<PackageFinding> Of(TeamsSettings settings) => settings.Packages is { Length: > 0 } folder
        ? [Look(folder, TeamsApp.Customers, settings.Of(BotKey.Customers)), Look(folder, TeamsApp.Technicians, settings.Of(BotKey.Technicians))]
        : [];

    /// <summary>An error line for each package that does not belong. The host starts all the same: mail works without Teams.</summary>
    public static void Report(TeamsSettings settings, ILogger log)
    {
        foreach (var finding in Of(settings))
            if (!finding.Good) Log.WrongPackage(log, finding.FileName, finding.Message);
    }

    private static PackageFinding Look(string folder, TeamsApp app, BotSettings bot)
    {
        var name = AppPackage.FileNameOf(app);
        try
        {
            using var package = File.OpenRead(Path.Combine(folder, name));
            var check = PackageCheck.OfPackage(package, Guid.ParseExact(bot.AppId, "D"));
            return new PackageFinding(name, check.Good, check.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new PackageFinding(
                name, false, $"It cannot be read ({unreadable.GetType().Name}): put the package that was uploaded into SiOne:Teams:Packages; the verb manifest writes it.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Error, "The Teams app package {Package} does not fit: {Remedy}")]
        public static partial void WrongPackage(ILogger logger, string package, string remedy);
    }
}
