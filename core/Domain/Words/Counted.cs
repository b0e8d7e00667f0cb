namespace SiOne.Bot.Domain.Words;

/// <summary>A number and its word in the right number, tied together.</summary>
public static class Counted
{
    /// <summary>In French, where zero and one are singular.</summary>
    public static string Fr(int count, string one, string many) => $"{count}{Typography.NoBreakSpace}{(count > 1 ? many : one)}";

    /// <summary>In English, where one alone is singular.</summary>
    public static string En(int count, string one, string many) => $"{count}{Typography.NoBreakSpace}{(count == 1 ? one : many)}";

    /// <summary>In English for operators: with a plain space, so that their tools find it.</summary>
    public static string Plain(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
