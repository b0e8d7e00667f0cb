using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Customers;

/// <summary>
/// Every version of a customer file that was ever loaded, as <c>ID/VERSION.json</c>: a file edited in place would otherwise take with it what
/// earlier decisions were made of. Only its owner can read it, since it names people.
/// </summary>
/// <param name="folder">Where; made at the first version.</param>
public sealed class CustomerArchive(string folder)
{
    private const int VersionLength = 12;

    /// <summary>Keeps what is not kept yet; never writes over a version.</summary>
    /// <param name="customers">What was loaded.</param>
    /// <exception cref="IOException">The folder takes no file.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not write there.</exception>
    public void Keep(LoadedCustomers customers)
    {
        foreach (var file in customers.Files) Keep(PathOf(file.Name.Id, file.Customer!.Version), file.Bytes.Span);
    }

    /// <summary>A version; null when it was never loaded, is damaged, or is no longer readable by the present rules.</summary>
    public Customer? Find(string customerId, string version)
    {
        if (!CustomerFileName.IsId(customerId) || version.Length != VersionLength || !version.All(char.IsAsciiHexDigitLower)) return null;
        try
        {
            var path = PathOf(customerId, version);
            if (!File.Exists(path)) return null;
            var bytes = File.ReadAllBytes(path);
            return CustomerFileReader.VersionOf(bytes) == version ? CustomerFileReader.ReadArchived(customerId, bytes) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The files of a customer's versions that hold what is looked for.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="holds">Whether a file's bytes do.</param>
    public IReadOnlyList<string> FilesOf(string customerId, Func<byte[], bool> holds) =>
        CustomerFileName.IsId(customerId) && Directory.Exists(Path.Combine(folder, customerId))
            ? [.. Directory.EnumerateFiles(Path.Combine(folder, customerId), "*.json").Where(file => holds(File.ReadAllBytes(file))).Order(StringComparer.Ordinal)]
            : [];

    private string PathOf(string id, string version) => Path.Combine(folder, id, $"{version}.json");

    private static void Keep(string path, ReadOnlySpan<byte> bytes)
    {
        if (File.Exists(path)) return;
        var parent = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(parent);
        else Directory.CreateDirectory(parent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        PrivateFile.WriteOnce(path, bytes);
    }
}
