using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Loads the customers from their files: one JSON file a customer, or one for each of its versions (<c>ID@2026-03-01.json</c>).</summary>
public static class CustomerFiles
{
    /// <summary>A schema kept beside the files is no customer.</summary>
    private const string SchemaEnding = ".schema.json";

    /// <summary>
    /// Loads one file, or every <c>*.json</c> of a folder (not of its sub-folders; files called <c>*.schema.json</c> are left out).
    /// Never throws for what is wrong with path or files: all of it is told at once in the result.
    /// </summary>
    /// <param name="fileOrFolder">The path of a file or folder.</param>
    public static LoadedCustomers Load(string fileOrFolder) => RawCustomerFiles.Of(fileOrFolder).Judge();

    /// <summary>The customer files of a folder, in ordinal order.</summary>
    internal static string[] In(string folder)
    {
        var anyCase = new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive };
        return [.. Directory.EnumerateFiles(folder, "*.json", anyCase)
            .Where(path => !path.EndsWith(SchemaEnding, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];
    }
}

/// <summary>The files as they lay there at one look, before anybody judges them.</summary>
/// <param name="Files">Each file's name with its bytes; null where it could not be read.</param>
/// <param name="Fault">What is wrong with the path as a whole; null when nothing is.</param>
internal sealed record RawCustomerFiles(ImmutableArray<(string Name, byte[]? Bytes)> Files, CustomerMistake? Fault)
{
    /// <summary>Changes with any byte of any file: file times and lengths say less, and lie on network shares.</summary>
    public string Fingerprint { get; } = FingerprintOf(Files, Fault);

    /// <summary>Reads a file or folder.</summary>
    public static RawCustomerFiles Of(string fileOrFolder)
    {
        if (File.Exists(fileOrFolder)) return new([Read(fileOrFolder)], Fault: null);
        if (!Directory.Exists(fileOrFolder)) return Nothing(fileOrFolder, "a customer file, or a folder of customer files; there is none at this path");
        try
        {
            var files = CustomerFiles.In(fileOrFolder);
            return files.Length == 0
                ? Nothing(fileOrFolder, "at least one customer file (*.json) in this folder")
                : new([.. files.Select(Read)], Fault: null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Nothing(fileOrFolder, "a folder that this account can read");
        }
    }

    /// <summary>Every customer, or every mistake.</summary>
    public LoadedCustomers Judge()
    {
        if (Fault is not null) return LoadedCustomers.Of(Fingerprint, [], [Fault]);
        var files = Files.Select(file => Read(CustomerFileName.Of(file.Name), file.Bytes)).ToArray();
        var names = files.Select(file => file.Name).ToArray();
        return LoadedCustomers.Of(
            Fingerprint,
            files,
            [
                .. files.SelectMany(file => file.Mistakes), .. FilePeriods.Twins(names),
                .. Claim.Conflicts(files.SelectMany(file => file.Claims), new FilePeriods(names)),
            ]);
    }

    private static ReadFile Read(CustomerFileName name, byte[]? bytes) => bytes is not null
        ? CustomerFileReader.Read(name, bytes)
        : new ReadFile(name, default, Customer: null, [], [new CustomerMistake(name.File, "", "a file that this account can read")]);

    private static (string, byte[]?) Read(string path)
    {
        try
        {
            return (Path.GetFileName(path), File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (Path.GetFileName(path), null);
        }
    }

    private static RawCustomerFiles Nothing(string path, string expected) => new([], new CustomerMistake(path, "", expected));

    private static string FingerprintOf(ImmutableArray<(string Name, byte[]? Bytes)> files, CustomerMistake? fault)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(fault?.Expected ?? ""));
        foreach (var (name, bytes) in files)
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
            hash.AppendData(bytes is null ? [] : SHA256.HashData(bytes));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
