using System.Text.Json;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Tests.Architecture;

/// <summary>What the build tells the runtime; a name that the build does not know would be ignored without a word.</summary>
public sealed class RuntimeTests
{
    [Theory]
    [InlineData("System.GC.Server")]
    [InlineData("System.Runtime.TieredPGO")]
    public void The_host_runs_on_one_small_machine(string setting)
    {
        var file = Path.ChangeExtension(typeof(EngineParts).Assembly.Location, "runtimeconfig.json");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        Assert.False(json.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty(setting).GetBoolean());
    }
}
