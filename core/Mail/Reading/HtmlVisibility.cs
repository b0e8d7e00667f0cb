using AngleSharp.Dom;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Which elements a person does not see. Text that only a machine reads must not steer one.</summary>
internal static class HtmlVisibility
{
    public static bool IsHidden(IElement element)
    {
        if (element.LocalName is "script" or "style" or "head" or "title" or "meta" or "link" or "template" or "noscript" or "object"
            or "embed" or "iframe" or "svg" or "math" or "audio" or "video" or "canvas" or "select" or "textarea" or "noembed" or "noframes")
            return true;
        if (element.HasAttribute("hidden")) return true;
        return element.GetAttribute("style") is { Length: > 5 } style && HidesByStyle(style);
    }

    private static bool HidesByStyle(string style)
    {
        foreach (var range in style.AsSpan().Split(';'))
        {
            var declaration = style.AsSpan(range);
            var colon = declaration.IndexOf(':');
            if (colon < 0) continue;
            var property = declaration[..colon].Trim();
            var value = declaration[(colon + 1)..].Trim();
            var important = value.IndexOf('!');
            if (important >= 0) value = value[..important].TrimEnd();
            if (Hides(property, value)) return true;
        }

        return false;
    }

    private static bool Hides(ReadOnlySpan<char> property, ReadOnlySpan<char> value)
    {
        const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;
        if (property.Equals("display", Ignore)) return value.Equals("none", Ignore);
        if (property.Equals("visibility", Ignore)) return value.Equals("hidden", Ignore);
        if (property.Equals("mso-hide", Ignore)) return value.Equals("all", Ignore);
        if (property.Equals("opacity", Ignore)) return IsZero(value);
        if (property.Equals("font-size", Ignore)) return IsZero(value);
        return (property.Equals("max-height", Ignore) || property.Equals("max-width", Ignore)) && IsZero(value);
    }

    // "0", "0px", "0.0em": a number that is zero, then a unit.
    private static bool IsZero(ReadOnlySpan<char> value)
    {
        var digits = value.IndexOfAnyExcept("0.");
        return value.StartsWith("0") && (digits < 0 || !char.IsAsciiDigit(value[digits]));
    }
}
