using System.Runtime.CompilerServices;

namespace SiOne.Bot.Cards.Tests.Samples;

/// <summary>Compares with an approved file. With SIONE_APPROVE=1 in the environment the files are written instead: read them before committing.</summary>
internal static class Approval
{
    private static readonly bool Approving = Environment.GetEnvironmentVariable("SIONE_APPROVE") == "1";

    public static void Check(string file, string actual)
    {
        var path = Path.Combine(Folder(), file);
        if (Approving)
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{file} is not there; SIONE_APPROVE=1 writes it.");
        var (approved, now) = (File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'), actual.Split('\n'));
        for (var i = 0; i < Math.Max(approved.Length, now.Length); i++)
            if (i >= approved.Length || i >= now.Length || approved[i] != now[i])
                Assert.Fail($"{file} differs at line {i + 1}:\n- {(i < approved.Length ? approved[i] : "")}\n+ {(i < now.Length ? now[i] : "")}");
    }

    public static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder()).Select(path => Path.GetFileName(path));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Approved");
}
