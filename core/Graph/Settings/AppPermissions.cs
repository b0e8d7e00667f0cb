using System.Collections.Immutable;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Graph.Executors;

namespace SiOne.Bot.Graph.Settings;

/// <summary>
/// Which application permissions of Microsoft Graph each app registration needs: those of <see cref="StepFacts"/>, each with the app that makes its step's
/// call (RELIABILITY E73), and what the weekly digest reads.
/// </summary>
public static class AppPermissions
{
    /// <summary>Lets the looking app read in the directory what was granted; without it the tokens say the same.</summary>
    public const string ToReadGrants = "Application.Read.All";

    /// <summary>Lets the looking app read what Microsoft announces in the tenant (Art. 14), for the weekly digest.</summary>
    public const string ToReadAnnouncements = "ServiceMessage.Read.All";

    // Entra lets sign-in be changed by whoever may read the account, too: https://learn.microsoft.com/graph/api/user-update.
    private const string ToChangeSignIn = "User.Read.All";

    /// <summary>What that app needs, each once, in ordinal order.</summary>
    public static ImmutableArray<string> NeededBy(PowerClass power) => [.. Needed(power).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What it lacks, and what it has beyond need, both in ordinal order. Reading grants is neither.</summary>
    /// <param name="power">Which app.</param>
    /// <param name="granted">What a tenant has granted to it.</param>
    public static (ImmutableArray<string> Missing, ImmutableArray<string> Surplus) Compare(PowerClass power, IReadOnlySet<string> granted)
    {
        var (missing, surplus) = StepFacts.Compare(NeededBy(power), granted);
        return (missing, power is PowerClass.Reading ? surplus.Remove(ToReadGrants) : surplus);
    }

    private static IEnumerable<string> Needed(PowerClass power) => power switch
    {
        PowerClass.Reading => StepFacts.ToRead.Append(ToReadAnnouncements),
        PowerClass.Changing => CalledBy(power).Append(ToChangeSignIn),
        _ => CalledBy(power),
    };

    private static IEnumerable<string> CalledBy(PowerClass power) => AllExecutors.List.Where(executor => executor.Power == power).Select(executor => executor.Permission);
}
