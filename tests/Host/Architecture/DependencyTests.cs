using System.Reflection;
using NetArchTest.Rules;

namespace SiOne.Bot.Host.Tests.Architecture;

/// <summary>Who may know whom. A new project, reference or package is decided here, in this table.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, (string[] References, string[] Packages)> Allowed = new(StringComparer.Ordinal)
    {
        ["SiOne.Bot.Domain"] = ([], []),
        ["SiOne.Bot.Engine"] = (["SiOne.Bot.Domain"], ["Microsoft.Extensions.Logging.Abstractions"]),
        ["SiOne.Bot.Understanding"] =
            (["SiOne.Bot.Engine"], ["Microsoft.ML", "Microsoft.SemanticKernel.Connectors.OpenAI", "Microsoft.SemanticKernel.Core", "Polly.Core"]),
        ["SiOne.Bot.Mail"] = (["SiOne.Bot.Engine"], ["AngleSharp", "Handlebars.Net", "MailKit", "Microsoft.Identity.Client", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies"]),
        ["SiOne.Bot.Graph"] = (["SiOne.Bot.Engine"], ["Microsoft.Graph", "Microsoft.Identity.Client"]),
        ["SiOne.Bot.Stores"] = (["SiOne.Bot.Engine"], ["LiteDB"]),
        ["SiOne.Bot.MailWatcher"] = (["SiOne.Bot.Mail"], []),
        ["SiOne.Bot.Cards"] = (["SiOne.Bot.Domain"], []),
        ["SiOne.Bot.Manifest"] = (["SiOne.Bot.Domain"], []),
        ["SiOne.Bot.Host"] =
            (["SiOne.Bot.Cards", "SiOne.Bot.Graph", "SiOne.Bot.Mail", "SiOne.Bot.MailWatcher", "SiOne.Bot.Manifest", "SiOne.Bot.Stores", "SiOne.Bot.TestGraph", "SiOne.Bot.Understanding"],
                ["AngleSharp", "Microsoft.AspNetCore.Authentication.OpenIdConnect", "Microsoft.Identity.Client", "Microsoft.IdentityModel.Protocols.OpenIdConnect", "Polly.Core", "System.CommandLine"]),
    };

    public static TheoryData<string> Projects => [.. ProductProject.All.Select(project => project.Name)];

    [Fact]
    public void The_product_has_these_projects_and_no_others() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), ProductProject.All.Select(project => project.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_what_the_design_allows(string name)
    {
        var project = ProductProject.All.Single(project => project.Name == name);
        Assert.Equal(Allowed[name].References, project.References);
        Assert.Equal(Allowed[name].Packages, project.Packages);
    }

    [Fact]
    public void References_make_no_circle()
    {
        var open = ProductProject.All.ToDictionary(project => project.Name, project => project.References, StringComparer.Ordinal);
        while (open.FirstOrDefault(pair => !pair.Value.Any(open.ContainsKey)) is { Key: { } free }) open.Remove(free);
        Assert.Empty(open.Keys);
    }

    [Theory]
    [InlineData("LiteDB", "SiOne.Bot.Stores")]
    [InlineData("Microsoft.ML", "SiOne.Bot.Understanding")]
    [InlineData("MailKit", "SiOne.Bot.Mail", "SiOne.Bot.MailWatcher")]
    [InlineData("MimeKit", "SiOne.Bot.Mail", "SiOne.Bot.MailWatcher", "SiOne.Bot.Host")]
    [InlineData("AngleSharp", "SiOne.Bot.Mail", "SiOne.Bot.Host")]
    [InlineData("HandlebarsDotNet", "SiOne.Bot.Mail")]
    [InlineData("SkiaSharp", "SiOne.Bot.Mail")]
    [InlineData("System.CommandLine", "SiOne.Bot.Host")]
    [InlineData("Microsoft.SemanticKernel", "SiOne.Bot.Understanding")]
    [InlineData("OpenAI", "SiOne.Bot.Understanding")]
    [InlineData("Microsoft.Graph", "SiOne.Bot.Graph")]
    [InlineData("Microsoft.AspNetCore", "SiOne.Bot.Host")]
    public void A_library_is_known_only_where_it_is_wrapped(string library, params string[] wrappers)
    {
        var knowing = Assemblies().Where(assembly => Types.InAssembly(assembly).That().HaveDependencyOn(library).GetTypes().Any())
            .Select(assembly => assembly.GetName().Name!).Order(StringComparer.Ordinal);
        Assert.Equal(wrappers.Order(StringComparer.Ordinal), knowing);
    }

    [Fact]
    public void The_test_graph_stands_in_for_Microsoft_in_the_demo_and_nowhere_else() => Assert.All(
        Types.InAssembly(Assembly.Load("SiOne.Bot.Host")).That().HaveDependencyOn("SiOne.Bot.TestGraph").GetTypes(),
        type => Assert.StartsWith("SiOne.Bot.Host.Demo.", type.FullName, StringComparison.Ordinal));

    [Fact]
    public void The_domain_knows_no_clock_no_input_or_output_and_no_waiting()
    {
        string[] forbidden =
        [
            "System.IO.File", "System.IO.Directory", "System.IO.Stream", "System.Net", "System.Threading.Tasks", "System.TimeProvider", "System.Console",
            "System.Random", "Microsoft.Extensions",
        ];
        var found = Types.InAssembly(Assembly.Load("SiOne.Bot.Domain")).That().HaveDependencyOnAny(forbidden).GetTypes();
        Assert.Empty(found.Select(type => type.FullName));
    }

    private static IEnumerable<Assembly> Assemblies() => Allowed.Keys.Select(Assembly.Load);
}
