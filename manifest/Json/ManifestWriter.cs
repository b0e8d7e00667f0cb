using System.Text.Json;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Manifest.Apps;

namespace SiOne.Bot.Manifest.Json;

/// <summary>An app's <c>manifest.json</c>: French, the default, with English beside it in a file of its own.</summary>
internal static class ManifestWriter
{
    public static byte[] Write(AppDefinition app, ManifestInput input)
    {
        var bot = input.BotOf(app.App);
        var manifest = new TeamsManifest
        {
            Version = input.Version!,
            Id = AppIds.Of(app.App, bot),
            LocalizationInfo = new("fr", [new("en", LocalizationWriter.FileName)]),
            Developer = new(input.CompanyName!, input.WebsiteUrl!, input.PrivacyUrl!, input.TermsUrl!),
            Name = new(French(app.ShortName), French(app.FullName)),
            Description = new(French(app.ShortDescription), French(app.FullDescription)),
            Icons = new(AppIcons.ColourName, AppIcons.OutlineName),
            AccentColor = app.AccentColour,
            Bots = [new(bot, [.. app.Scopes], app.TakesFiles, IsNotificationOnly: false, [new([.. app.Scopes], [.. app.Commands.Select(Of)])])],
            ComposeExtensions = [new(bot, [.. app.Extension.Select(Of)])],
            // The bot is told who writes, and writes first: an answer that comes later, a card in the channel.
            Permissions = ["identity", "messageTeamMembers"],
            ValidDomains = [input.PublicHost],
            DefaultInstallScope = app.Scopes[0],
            DefaultGroupCapability = app.Scopes.Contains("team") ? new("bot") : null,
        };
        return JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Readable.TeamsManifest);
    }

    private static Command Of(BotCommand command) => new(command.Title.Fr, French(command.Description));

    private static ComposeCommand Of(ExtensionCommand command) => command.Search is { } search
        ? new ComposeCommand(command.Id, "query", ["compose", "commandBox"], French(command.Title), French(command.Description))
        {
            InitialRun = true,
            Parameters = [new(search.Name, French(search.Title), French(search.Description), "text")],
        }
        : new ComposeCommand(command.Id, "action", ["message"], French(command.Title), French(command.Description)) { FetchTask = true };

    private static string French(Label label) => Typography.Set(label, Language.French);
}
