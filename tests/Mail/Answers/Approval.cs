using System.Runtime.CompilerServices;

namespace SiOne.Bot.Mail.Tests.Answers;

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
        var approved = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (approved != actual) Assert.Fail($"{file} differs (- approved, + now):\n{Diff(approved.Split('\n'), actual.Split('\n'))}");
    }

    public static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder()).Select(path => Path.GetFileName(path));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder(), file)).ReplaceLineEndings("\n");

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Approved");

    /// <summary>The lines that are left when the longest common subsequence is taken away.</summary>
    private static string Diff(string[] approved, string[] actual)
    {
        var common = new int[approved.Length + 1, actual.Length + 1];
        for (var i = approved.Length - 1; i >= 0; i--)
            for (var j = actual.Length - 1; j >= 0; j--)
                common[i, j] = approved[i] == actual[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var lines = new List<string>();
        var (at, now) = (0, 0);
        while (at < approved.Length || now < actual.Length)
            if (at < approved.Length && now < actual.Length && approved[at] == actual[now]) (at, now) = (at + 1, now + 1);
            else if (now == actual.Length || (at < approved.Length && common[at + 1, now] >= common[at, now + 1])) lines.Add($"- {approved[at++]}");
            else lines.Add($"+ {actual[now++]}");
        return string.Join('\n', lines);
    }
}
