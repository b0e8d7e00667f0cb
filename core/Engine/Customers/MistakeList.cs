namespace SiOne.Bot.Engine.Customers;

/// <summary>The mistakes of one file while it is read.</summary>
/// <param name="file">The file's name.</param>
internal sealed class MistakeList(string file)
{
    private readonly List<CustomerMistake> _found = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<CustomerMistake> Found => _found;

    /// <summary>Notes a mistake.</summary>
    public void Add(string key, int? line, string expected) => _found.Add(new CustomerMistake(file, key, expected) { Line = line });
}
