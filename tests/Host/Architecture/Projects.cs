using System.Xml.Linq;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Architecture;

/// <summary>A project file of the product, as it stands in the repository.</summary>
internal sealed record ProductProject(string Name, string Folder, string[] References, string[] Packages)
{
    /// <summary>Every project outside tests.</summary>
    public static IReadOnlyList<ProductProject> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Repository.Root, path).StartsWith("tests", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    /// <summary>Its source files, without what the build writes.</summary>
    public IEnumerable<string> Sources => SourcesIn(Folder);

    public static IEnumerable<string> SourcesIn(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static ProductProject Read(string path)
    {
        var xml = XDocument.Load(path);
        string[] Named(string element) => [.. xml.Descendants(element).Select(item => item.Attribute("Include")!.Value).Order(StringComparer.Ordinal)];
        return new ProductProject(
            Path.GetFileNameWithoutExtension(path), Path.GetDirectoryName(path)!,
            [.. Named("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'))).Order(StringComparer.Ordinal)], Named("PackageReference"));
    }
}
