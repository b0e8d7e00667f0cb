using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace SiOne.Bot.Graph.Reading;

/// <summary>Everyone who could be meant by an address or a name. Nobody is chosen here: several are several.</summary>
internal static class AccountSearch
{
    private const string Eventual = "eventual";

    /// <summary>What is read of a candidate.</summary>
    private static readonly string[] Select =
    [
        "id", "userPrincipalName", "displayName", "accountEnabled", "userType", "onPremisesSyncEnabled", "usageLocation", "licenseAssignmentStates",
    ];

    /// <summary>The candidates.</summary>
    public static async Task<List<User>> FindAsync(GraphServiceClient reads, string sought, CancellationToken cancellationToken)
    {
        if (!sought.Any(char.IsLetterOrDigit)) return [];
        var page = Guid.TryParseExact(sought, "D", out var id) ? await ByIdAsync(reads, id, cancellationToken)
            : sought.Contains('@', StringComparison.Ordinal) ? await ByAddressAsync(reads, sought, cancellationToken)
            : await ByNameAsync(reads, sought, cancellationToken);
        return await Pages.AllAsync(page, next => reads.Users.WithUrl(next).GetAsync(asked => asked.Headers.Add("ConsistencyLevel", Eventual), cancellationToken), each => each.Value);
    }

    /// <summary>By the object id of somebody who is signed in, or was picked in a form: a filter, since nobody found is no fault.</summary>
    private static Task<UserCollectionResponse?> ByIdAsync(GraphServiceClient reads, Guid id, CancellationToken cancellationToken) =>
        reads.Users.GetAsync(
            asked => (asked.QueryParameters.Filter, asked.QueryParameters.Select) = ($"id eq {Quoted(id.ToString("D"))}", Select), cancellationToken);

    private static Task<UserCollectionResponse?> ByAddressAsync(GraphServiceClient reads, string address, CancellationToken cancellationToken)
    {
        var quoted = Quoted(address);
        return reads.Users.GetAsync(
            asked =>
            {
                asked.QueryParameters.Filter = $"userPrincipalName eq {quoted} or mail eq {quoted} or proxyAddresses/any(p:p eq {Quoted("smtp:" + address)})";
                asked.QueryParameters.Select = Select;
            },
            cancellationToken);
    }

    /// <summary>By words in whichever order ("Dupont Marie"): Graph searches names without regard to case and accents.</summary>
    private static Task<UserCollectionResponse?> ByNameAsync(GraphServiceClient reads, string name, CancellationToken cancellationToken) =>
        reads.Users.GetAsync(
            asked =>
            {
                asked.Headers.Add("ConsistencyLevel", Eventual);
                asked.QueryParameters.Search = $"\"displayName:{name.Replace('"', ' ').Replace('\\', ' ').Replace(':', ' ')}\"";
                asked.QueryParameters.Count = true;
                asked.QueryParameters.Select = Select;
            },
            cancellationToken);

    /// <summary>A text inside a filter: what somebody wrote ends no quotation.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
