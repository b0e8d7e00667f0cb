using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// HTML to the text that a person sees: block breaks, list marks, table cells apart, quotes marked with "> "; scripts, styles and
/// hidden text dropped. Nothing is fetched, and no URL but the visible ones is kept.
/// </summary>
internal static class HtmlText
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>The readable text, line ends as LF.</summary>
    public static string Of(string html, int limit)
    {
        if (HtmlShape.IsCostly(html)) return HtmlStripper.Strip(html, limit);
        try
        {
            using var document = Parser.ParseDocument(html);
            var writer = new HtmlTextWriter(limit);
            if (document.Body is { } body) Walk(body, writer);
            return writer.ToString();
        }
        catch (Exception e) when (e is DomException or InvalidOperationException or ArgumentException or FormatException)
        {
            return HtmlStripper.Strip(html, limit);
        }
    }

    // Iterative: nesting in a mail is as deep as its sender likes.
    private static void Walk(INode root, HtmlTextWriter writer)
    {
        var node = root;
        while (true)
        {
            var entered = Enter(node, writer);
            if (entered && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            if (entered) Leave(node, writer);
            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                Leave(node, writer);
            }

            if (node == root || writer.Full) return;
            node = node.NextSibling!;
        }
    }

    private static bool Enter(INode node, HtmlTextWriter writer)
    {
        if (node is IText text)
        {
            writer.Text(text.Data);
            return false;
        }

        if (node is not IElement element || HtmlVisibility.IsHidden(element)) return false;
        Open(element, writer);
        return true;
    }

    private static void Open(IElement element, HtmlTextWriter writer)
    {
        switch (element.LocalName)
        {
            case "br": writer.Break(); break;
            case "hr": writer.Rule(); break;
            case "p" when IsOffice(element): OpenOffice(element, writer); break;
            case "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol": writer.Paragraph(); break;
            case "li": writer.Item(element.ParentElement?.LocalName == "ol" ? Position(element) : 0); break;
            case "td" or "th": writer.Cell(); break;
            case "pre": writer.Block(); writer.Preformatted++; break;
            case "blockquote" when IsCitation(element): writer.Block(); writer.Quote++; break;
            case "img": writer.Text(Alternative(element)); break;
            case var name when IsBlock(name): writer.Block(); break;
        }
    }

    private static void Leave(INode node, HtmlTextWriter writer)
    {
        switch ((node as IElement)?.LocalName)
        {
            case "p" when IsOffice((IElement)node): writer.Block(); break;
            case "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol": writer.Paragraph(); break;
            case "pre": writer.Preformatted--; writer.Block(); break;
            case "blockquote" when IsCitation((IElement)node): writer.Block(); writer.Quote--; break;
            case { } name when IsBlock(name): writer.Block(); break;
        }
    }

    // Word and Outlook write each line as a paragraph without margins, and a blank line as one with a hard space.
    private static bool IsOffice(IElement element) => element.ClassName?.StartsWith("Mso", StringComparison.Ordinal) == true;

    private static void OpenOffice(IElement element, HtmlTextWriter writer)
    {
        writer.Block();
        if (string.IsNullOrWhiteSpace(element.TextContent)) writer.Break();
    }

    private static bool IsBlock(string name) => name is "div" or "tr" or "table" or "li" or "blockquote" or "dd" or "dt" or "dl"
        or "section" or "article" or "header" or "footer" or "address" or "form" or "fieldset" or "center" or "main" or "aside"
        or "nav" or "figure" or "figcaption" or "caption" or "details" or "summary";

    // Outlook indents with bare blockquotes; a citation says so.
    private static bool IsCitation(IElement element) =>
        string.Equals(element.GetAttribute("type"), "cite", StringComparison.OrdinalIgnoreCase)
        || element.ClassName?.Contains("quote", StringComparison.OrdinalIgnoreCase) == true
        // The bar that most clients draw beside what they quote.
        || element.GetAttribute("style")?.Contains("border-left", StringComparison.OrdinalIgnoreCase) == true;

    // Only where the picture is a button or a word: signatures are full of logos with file names.
    private static string Alternative(IElement image) =>
        image.ParentElement?.LocalName == "a" && image.GetAttribute("alt") is { Length: > 0 and < 60 } text && !text.Contains('.', StringComparison.Ordinal)
            ? text : "";

    private static int Position(IElement item)
    {
        var position = 1;
        for (var before = item.PreviousElementSibling; before is not null && position < 1000; before = before.PreviousElementSibling)
            position++;
        return position;
    }
}
