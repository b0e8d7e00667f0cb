using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SiOne.Bot.Domain;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Teams;

/// <summary>The words of an activity as their writer meant them: no mention of the bot, no mark-up, no quotation of what is answered.</summary>
internal static partial class ActivityText
{
    private const string Html = "text/html";

    /// <summary>What was newly written; empty for a sticker, an image, nothing.</summary>
    public static string Of(Activity activity)
    {
        var text = Quoting(activity) is { } quoting ? WithoutQuotation(quoting) : activity.Text ?? "";
        foreach (var mention in activity.Entities ?? [])
            if (mention is { Type: Connector.Entity.Mention, Mentioned.Id: { } id, Text: { Length: > 0 } shown } && activity.IsBot(id))
                text = text.Replace(shown, " ", StringComparison.OrdinalIgnoreCase);
        var plain = WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(text, "\n"), ""));
        var words = string.Join('\n', plain.Replace('\u00A0', ' ').ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())).Trim();
        return words.All(IsInvisible) ? "" : words;
    }

    /// <summary>The id of the message that a quotation repeats; null when none is answered.</summary>
    public static string? Quoted(Activity activity) => Quoting(activity) is { } html ? ItemId().Match(html) is { Success: true } found ? found.Groups["id"].Value : null : null;

    // Real Teams sends the text once more as HTML; only there the quotation is marked as one.
    private static string? Quoting(Activity activity) => activity.Attachments?
        .Where(attachment => attachment.ContentType == Html && attachment.Content is { ValueKind: System.Text.Json.JsonValueKind.String })
        .Select(attachment => attachment.Content!.Value.GetString()!)
        .FirstOrDefault(html => html.Contains("schema.skype.com/Reply", StringComparison.Ordinal));

    // Some clients send a zero-width space for an empty box; between other characters such a mark may hold an emoji together.
    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format;

    private static string WithoutQuotation(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var quotation in document.QuerySelectorAll("blockquote[itemtype*='schema.skype.com/Reply']")) quotation.Remove();
        var text = new StringBuilder();
        foreach (var line in document.Body?.ChildNodes ?? Enumerable.Empty<INode>()) text.AppendLine(line.TextContent);
        return WebUtility.HtmlEncode(text.ToString());
    }

    [GeneratedRegex(@"<(?:br|/p|/div|/li)\s*/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"itemid=""(?<id>[0-9]{1,30})""", RegexOptions.CultureInvariant, BoundedPatterns.Milliseconds)]
    private static partial Regex ItemId();
}
