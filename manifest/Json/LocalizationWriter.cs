using System.Text.Json;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Manifest.Apps;

namespace SiOne.Bot.Manifest.Json;

/// <summary>An app's strings in English, each under its path in <c>manifest.json</c>, as Teams wants it.</summary>
internal static class LocalizationWriter
{
    public const string FileName = "en.json";

    private const string Schema =
        $"https://developer.microsoft.com/en-us/json-schemas/teams/v{TeamsManifest.SchemaVersion}/MicrosoftTeams.Localization.schema.json";

    public static byte[] Write(AppDefinition app)
    {
        var strings = new Dictionary<string, string>(StringComparer.Ordinal) { ["$schema"] = Schema };
        foreach (var (path, text) in Strings(app)) strings.Add(path, text);
        return JsonSerializer.SerializeToUtf8Bytes(strings, ManifestJson.Readable.DictionaryStringString);
    }

    private static IEnumerable<(string Path, string Text)> Strings(AppDefinition app)
    {
        yield return ("name.short", English(app.ShortName));
        yield return ("name.full", English(app.FullName));
        yield return ("description.short", English(app.ShortDescription));
        yield return ("description.full", English(app.FullDescription));
        foreach (var (i, command) in app.Commands.Index())
        {
            yield return ($"bots[0].commandLists[0].commands[{i}].title", command.Title.En);
            yield return ($"bots[0].commandLists[0].commands[{i}].description", English(command.Description));
        }

        foreach (var (i, command) in app.Extension.Index())
        {
            yield return ($"composeExtensions[0].commands[{i}].title", English(command.Title));
            yield return ($"composeExtensions[0].commands[{i}].description", English(command.Description));
            if (command.Search is not { } search) continue;
            yield return ($"composeExtensions[0].commands[{i}].parameters[0].title", English(search.Title));
            yield return ($"composeExtensions[0].commands[{i}].parameters[0].description", English(search.Description));
        }
    }

    private static string English(Label label) => Typography.Set(label, Language.English);
}
