using AngleSharp.Dom;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// Text in the colour of its own ground. Only what an element says itself is looked at; where a style sheet may paint the ground, nothing is
/// taken for hidden: white words on a blue bar are meant to be read.
/// </summary>
internal static class HtmlColours
{
    private const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;

    public static bool IsWhiteOnWhite(IElement element)
    {
        var style = element.GetAttribute("style") ?? "";
        var ink = Value(style, "color") ?? element.GetAttribute("color");
        if (ink is null) return false;
        if ((Value(style, "background-color") ?? Value(style, "background")) is { } own && Same(ink, own)) return true;
        if (!Same(ink, "#ffffff")) return false;
        for (var ground = element; ground is not null; ground = ground.ParentElement)
            if (Ground(ground) is { } painted) return Same(painted, "#ffffff");
        return element.Owner?.QuerySelector("style")?.TextContent.Contains("background", Ignore) is not true;
    }

    /// <summary>The colour that an element itself gives its letters; null when it gives none.</summary>
    public static string? Ink(IElement element) => (Value(element.GetAttribute("style") ?? "", "color") ?? element.GetAttribute("color")) is { } ink ? Plain(ink) : null;

    /// <summary>A colour that a person chose: neither black, nor grey, nor the window's own.</summary>
    public static bool IsBright(string ink)
    {
        if (ink is ['#', _, _, _, _, _, _]) return !(ink[1..3] == ink[3..5] && ink[3..5] == ink[5..7]);
        if (ink.StartsWith("rgb", Ignore)) return ink[(ink.IndexOf('(', StringComparison.Ordinal) + 1)..].Split([',', ')'])[..3].Distinct().Count() > 1;
        return ink.Length > 2 && !(ink is "black" or "windowtext" or "gray" or "grey" or "silver" or "white" or "inherit" or "initial" or "auto" or "currentcolor" or "transparent");
    }

    private static string? Ground(IElement element)
    {
        var style = element.GetAttribute("style") ?? "";
        return Value(style, "background-color") ?? Value(style, "background") ?? Value(style, "background-image") ?? element.GetAttribute("bgcolor") ?? element.GetAttribute("background");
    }

    private static string? Value(string style, string property)
    {
        foreach (var range in style.AsSpan().Split(';'))
            if (HtmlVisibility.Declaration(style.AsSpan(range), out var name, out var value) && name.Equals(property, Ignore) && !value.Equals("inherit", Ignore)) return value.ToString();
        return null;
    }

    private static bool Same(string one, string other) => Plain(one) == Plain(other);

    // "#FFF", "white" and "rgb(255, 255, 255)" are one colour.
    private static string Plain(string colour)
    {
        var plain = string.Concat(colour.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        if (plain is "white" or "#fff" or "rgb(255,255,255)" or "rgba(255,255,255,1)") return "#ffffff";
        return plain is ['#', var r, var g, var b] ? $"#{r}{r}{g}{g}{b}{b}" : plain;
    }
}
