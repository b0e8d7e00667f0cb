using System.Collections.Immutable;
using System.IO.Compression;
using SiOne.Bot.Manifest.Apps;
using SiOne.Bot.Manifest.Json;

namespace SiOne.Bot.Manifest;

/// <summary>Packages, or all that is wrong with what they should be made from.</summary>
/// <param name="Packages">One an app; empty when there are mistakes.</param>
/// <param name="Mistakes">Empty when there are packages.</param>
public sealed record PackagesBuilt(ImmutableArray<AppPackage> Packages, ImmutableArray<InputMistake> Mistakes);

/// <summary>A Teams app package: a zip of the manifest, its English strings and two icons. The same input gives the same bytes.</summary>
/// <param name="App">Whose app it is.</param>
/// <param name="Bytes">The zip file.</param>
public sealed record AppPackage(TeamsApp App, ImmutableArray<byte> Bytes)
{
    /// <summary>The manifest's name inside a package; Teams wants exactly this one.</summary>
    public const string ManifestName = "manifest.json";

    // A zip file cannot say "no time": the earliest that it can.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file to write it to: <c>customers.zip</c> or <c>technicians.zip</c>.</summary>
    public string FileName => FileNameOf(App);

    /// <summary>The file in which an app's package is looked for.</summary>
    public static string FileNameOf(TeamsApp app) => app switch
    {
        TeamsApp.Customers => "customers.zip",
        TeamsApp.Technicians => "technicians.zip",
    };

    /// <summary>Builds both. Refuses an input with mistakes and tells all of them.</summary>
    public static PackagesBuilt BuildAll(ManifestInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var mistakes = input.Mistakes();
        return mistakes.IsEmpty
            ? new PackagesBuilt([.. Enum.GetValues<TeamsApp>().Select(app => Build(app, input))], [])
            : new PackagesBuilt([], mistakes);
    }

    private static AppPackage Build(TeamsApp app, ManifestInput input)
    {
        var definition = AppDefinition.Of(app, input);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ManifestName, ManifestWriter.Write(definition, input));
            Add(zip, LocalizationWriter.FileName, LocalizationWriter.Write(definition));
            Add(zip, AppIcons.ColourName, AppIcons.Colour(app));
            Add(zip, AppIcons.OutlineName, AppIcons.Outline(app));
        }

        return new AppPackage(app, [.. bytes.ToArray()]);
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        // Stored, not deflated: a compressor's bytes change with its version, and there are some ten kilobytes.
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
