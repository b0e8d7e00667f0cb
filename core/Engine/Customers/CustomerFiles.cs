namespace SiOne.Bot.Engine.Customers;

/// <summary>Loads the customers from their files: one JSON file a customer, whose name without ending is the customer's id.</summary>
public static class CustomerFiles
{
    /// <summary>A schema kept beside the files is no customer.</summary>
    private const string SchemaEnding = ".schema.json";

    /// <summary>
    /// Loads one file, or every <c>*.json</c> of a folder (not of its sub-folders; files called <c>*.schema.json</c> are left out).
    /// Never throws for what is wrong with path or files: all of it is told at once in the result.
    /// </summary>
    /// <param name="fileOrFolder">The path of a file or folder.</param>
    public static LoadedCustomers Load(string fileOrFolder)
    {
        if (File.Exists(fileOrFolder)) return Judge([Read(fileOrFolder)]);
        if (!Directory.Exists(fileOrFolder)) return Nothing(fileOrFolder, "a customer file, or a folder of customer files; there is none at this path");
        try
        {
            var files = Files(fileOrFolder);
            return files.Length == 0 ? Nothing(fileOrFolder, "at least one customer file (*.json) in this folder") : Judge([.. files.Select(Read)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Nothing(fileOrFolder, "a folder that this account can read");
        }
    }

    private static string[] Files(string folder)
    {
        var anyCase = new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive };
        return [.. Directory.EnumerateFiles(folder, "*.json", anyCase)
            .Where(path => !path.EndsWith(SchemaEnding, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];
    }

    private static ReadFile Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            return CustomerFileReader.Read(name, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ReadFile(Customer: null, [], [new CustomerMistake(name, "", "a file that this account can read")]);
        }
    }

    private static LoadedCustomers Judge(ReadFile[] files) => LoadedCustomers.Of(
        files.Select(file => file.Customer).OfType<Domain.Customers.Customer>(),
        [.. files.SelectMany(file => file.Mistakes), .. Claim.Conflicts(files.SelectMany(file => file.Claims))]);

    private static LoadedCustomers Nothing(string path, string expected) => LoadedCustomers.Of([], [new CustomerMistake(path, "", expected)]);
}
