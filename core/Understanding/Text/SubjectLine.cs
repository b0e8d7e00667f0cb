using System.Collections.Frozen;

namespace SiOne.Bot.Understanding.Text;

/// <summary>A subject without its "RE:" and "TR:".</summary>
internal static class SubjectLine
{
    private const int MaxLength = 500;
    private static readonly FrozenSet<string> Prefixes = FrozenSet.ToFrozenSet(["re", "tr", "fw", "fwd", "rep", "ref"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the message answers or forwards another, and what the subject says.</summary>
    public static (bool IsReply, string Text) Read(string subject)
    {
        var text = subject.Length > MaxLength ? subject[..MaxLength] : subject;
        var isReply = false;
        while (text.IndexOf(':', StringComparison.Ordinal) is > 0 and < 6 and var colon && Prefixes.Contains(text[..colon].Trim()))
            (isReply, text) = (true, text[(colon + 1)..].TrimStart());
        return (isReply, text);
    }
}
