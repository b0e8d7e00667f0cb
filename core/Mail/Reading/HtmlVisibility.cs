using System.Globalization;
using AngleSharp.Dom;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Which elements a person does not see. Text that only a machine reads must not steer one.</summary>
internal static class HtmlVisibility
{
    private const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;

    public static bool IsHidden(IElement element)
    {
        if (element.LocalName is "script" or "style" or "head" or "title" or "meta" or "link" or "template" or "noscript" or "object"
            or "embed" or "iframe" or "svg" or "math" or "audio" or "video" or "canvas" or "select" or "textarea" or "noembed" or "noframes")
            return true;
        if (element.HasAttribute("hidden")) return true;
        var style = element.GetAttribute("style");
        if (style is { Length: > 5 } && HidesByStyle(style)) return true;
        return (style ?? element.GetAttribute("color")) is { Length: > 2 } && HtmlColours.IsWhiteOnWhite(element);
    }

    private static bool HidesByStyle(string style)
    {
        var (clipped, flat) = (false, false);
        foreach (var range in style.AsSpan().Split(';'))
        {
            if (!Declaration(style.AsSpan(range), out var property, out var value)) continue;
            if (Hides(property, value)) return true;
            clipped |= property.Equals("overflow", Ignore) && value.Equals("hidden", Ignore);
            flat |= (property.Equals("height", Ignore) || property.Equals("width", Ignore)) && IsZero(value);
        }

        return clipped && flat;
    }

    /// <summary>Takes a declaration of a style apart; false when it is none.</summary>
    internal static bool Declaration(ReadOnlySpan<char> declaration, out ReadOnlySpan<char> property, out ReadOnlySpan<char> value)
    {
        var colon = declaration.IndexOf(':');
        property = colon < 0 ? default : declaration[..colon].Trim();
        value = colon < 0 ? default : declaration[(colon + 1)..].Trim();
        var important = value.IndexOf('!');
        if (important >= 0) value = value[..important].TrimEnd();
        return colon >= 0;
    }

    private static bool Hides(ReadOnlySpan<char> property, ReadOnlySpan<char> value)
    {
        if (property.Equals("display", Ignore)) return value.Equals("none", Ignore);
        if (property.Equals("visibility", Ignore)) return value.Equals("hidden", Ignore) || value.Equals("collapse", Ignore);
        if (property.Equals("mso-hide", Ignore)) return value.Equals("all", Ignore);
        if (property.Equals("opacity", Ignore)) return IsZero(value);
        if (property.Equals("font-size", Ignore)) return IsZero(value) || IsSpeck(value);
        if (property.Equals("text-indent", Ignore) || property.Equals("left", Ignore) || property.Equals("top", Ignore) || property.Equals("margin-left", Ignore)) return IsFarOff(value);
        return (property.Equals("max-height", Ignore) || property.Equals("max-width", Ignore)) && IsZero(value);
    }

    // One point or less is a speck of dust.
    private static bool IsSpeck(ReadOnlySpan<char> value) =>
        (value.EndsWith("px", Ignore) || value.EndsWith("pt", Ignore)) && double.TryParse(value[..^2].Trim(), CultureInfo.InvariantCulture, out var size) && size <= 1;

    // Outside of every window.
    private static bool IsFarOff(ReadOnlySpan<char> value) =>
        value.StartsWith("-") && value.EndsWith("px", Ignore) && double.TryParse(value[..^2].Trim(), CultureInfo.InvariantCulture, out var place) && place <= -500;

    // "0", "0px", "0.0em": a number that is zero, then a unit.
    private static bool IsZero(ReadOnlySpan<char> value)
    {
        var digits = value.IndexOfAnyExcept("0.");
        return value.StartsWith("0") && (digits < 0 || !char.IsAsciiDigit(value[digits]));
    }
}
