using System.Text.RegularExpressions;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Architecture;

public sealed partial class FileTests
{
    private const int MostLines = 400;

    [Fact]
    public void No_source_file_is_longer_than_one_idea()
    {
        var files = ProductProject.All.SelectMany(project => project.Sources).ToArray();
        Assert.True(files.Length > 100, $"only {files.Length} files were found");
        var tooLong = files.Where(path => File.ReadLines(path).Count() > MostLines).Select(path => Path.GetRelativePath(Repository.Root, path));
        Assert.Empty(tooLong);
    }

    [Fact]
    public void A_namespace_is_its_folder_below_the_projects_name()
    {
        var wrong = from project in ProductProject.All
                    from path in project.Sources
                    let folder = Path.GetRelativePath(project.Folder, Path.GetDirectoryName(path)!)
                    let expected = folder == "." ? project.Name : $"{project.Name}.{folder.Replace(Path.DirectorySeparatorChar, '.')}"
                    from found in Namespace().Matches(File.ReadAllText(path)).Select(match => match.Groups["name"].Value)
                    where found != expected
                    select $"{Path.GetRelativePath(Repository.Root, path)}: {found}";
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"^namespace (?<name>[A-Za-z0-9_.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();
}
