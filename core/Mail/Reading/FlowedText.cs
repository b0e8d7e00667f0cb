using System.Text;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Joins the soft line breaks of format=flowed text (RFC 3676), as Thunderbird and Apple Mail write it.</summary>
internal static class FlowedText
{
    public static string Join(string text, bool deleteSpace)
    {
        var joined = new StringBuilder(text.Length);
        var openDepth = -1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var depth = 0;
            while (depth < line.Length && line[depth] == '>') depth++;
            var content = line[depth..];
            // Space-stuffing, 4.4.
            if (content.StartsWith(" ")) content = content[1..];
            // The signature line is fixed although it ends with a space, 4.3.
            var signature = content is "-- ";
            if (openDepth >= 0 && (openDepth != depth || signature)) joined.Append('\n');
            if (openDepth != depth || signature) AppendQuote(joined, depth, content);
            var flows = content.EndsWith(' ') && !signature;
            joined.Append(flows && deleteSpace ? content[..^1] : content);
            openDepth = flows && !signature ? depth : -1;
            if (!flows) joined.Append('\n');
        }

        if (joined.Length > 0 && joined[^1] == '\n') joined.Length--;
        return joined.ToString();
    }

    private static void AppendQuote(StringBuilder joined, int depth, ReadOnlySpan<char> content)
    {
        if (depth == 0) return;
        joined.Append('>', depth);
        if (!content.IsEmpty) joined.Append(' ');
    }
}
