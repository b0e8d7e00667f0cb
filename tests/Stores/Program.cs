namespace SiOne.Bot.Stores.Tests;

/// <summary>The process that a test kills.</summary>
internal static class Program
{
    public static Task Main(string[] args) => Task.CompletedTask;
}
