using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SiOne.Bot.Engine.Customers;

/// <summary>One JSON object under reading: each member is asked for by key, and whatever is wrong with it is noted instead of thrown.</summary>
internal sealed class Section
{
    private readonly Dictionary<string, LocatedJson> _members = new(StringComparer.Ordinal);
    private readonly LocatedJson _node;
    private readonly string _path;
    private readonly MistakeList _mistakes;

    private Section(LocatedJson node, string path, ImmutableArray<string> keys, MistakeList mistakes)
    {
        (_node, _path, _mistakes) = (node, path, mistakes);
        foreach (var (name, line, value) in node.Members)
        {
            if (!keys.Contains(name, StringComparer.Ordinal))
                mistakes.Add(At(name), line, $"a known key: {string.Join(", ", keys)}{Nearest.Hint(name, keys)}");
            else if (!_members.TryAdd(name, value)) mistakes.Add(At(name), line, "this key once");
        }
    }

    /// <summary>Opens an object; null, and a mistake, when it is none.</summary>
    public static Section? Open(LocatedJson node, string path, ImmutableArray<string> keys, MistakeList mistakes)
    {
        if (node.Kind is JsonValueKind.Object) return new Section(node, path, keys, mistakes);
        mistakes.Add(path, node.Line, $"an object with {string.Join(", ", keys)}");
        return null;
    }

    /// <summary>Where a key of this object is, from the file's top.</summary>
    public string At(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    /// <summary>Notes a mistake at a key, or at the object when the key is missing.</summary>
    public void Mistake(string key, string expected) =>
        _mistakes.Add(At(key), _members.TryGetValue(key, out var value) ? value.Line : _node.Line, expected);

    /// <summary>A member as it stands; null when missing.</summary>
    public LocatedJson? Member(string key) => _members.GetValueOrDefault(key);

    /// <summary>A member that must be there.</summary>
    public LocatedJson? Required(string key, string expected)
    {
        if (_members.TryGetValue(key, out var value)) return value;
        Mistake(key, expected);
        return null;
    }

    /// <summary>A text with something in it.</summary>
    public string? Text(string key, string expected, bool required = false)
    {
        var value = required ? Required(key, expected) : Member(key);
        if (value is null) return null;
        if (value.Kind is JsonValueKind.String && value.Text.Trim().Length > 0 && !value.Text.Any(char.IsControl)) return value.Text.Trim();
        Mistake(key, expected);
        return null;
    }

    /// <summary>One of the words.</summary>
    public T? Word<T>(string key, FrozenDictionary<string, T> words, bool required = false) where T : struct
    {
        var value = required ? Required(key, OneOf(words)) : Member(key);
        return value is null ? null : Word(value, At(key), words, _mistakes);
    }

    /// <summary>A word out of a closed list; null, and a mistake, when it is none of them.</summary>
    public static T? Word<T>(LocatedJson value, string path, FrozenDictionary<string, T> words, MistakeList mistakes) where T : struct
    {
        if (value.Kind is JsonValueKind.String && words.TryGetValue(value.Text, out var meant)) return meant;
        mistakes.Add(path, value.Line, OneOf(words) + (value.Kind is JsonValueKind.String ? Nearest.Hint(value.Text, Ordered(words)) : ""));
        return null;
    }

    /// <summary>A GUID with hyphens; null when there is none, or when it is a mistake.</summary>
    public Guid? Id(string key, string expected)
    {
        if (Text(key, expected) is not { } written) return null;
        if (Guid.TryParseExact(written, "D", out var id) && id != Guid.Empty) return id;
        Mistake(key, expected);
        return null;
    }

    /// <summary>A day, <c>2026-11-30</c>.</summary>
    public DateOnly? Date(string key, bool required = false)
    {
        const string Expected = "a date such as \"2026-11-30\"";
        if (Text(key, Expected, required) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Mistake(key, Expected);
        return null;
    }

    /// <summary>An hour of the day, <c>22:30</c>.</summary>
    public TimeOnly? Time(string key, bool required = false)
    {
        const string Expected = "an hour in Paris such as \"22:30\"";
        if (Text(key, Expected, required) is not { } text) return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)) return hour;
        Mistake(key, Expected);
        return null;
    }

    /// <summary>A whole number within bounds, both inclusive.</summary>
    public int? Number(string key, int least, int most, string what, bool required = false)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"{what}: a whole number from {least} to {most}");
        var value = required ? Required(key, expected) : Member(key);
        if (value is null) return null;
        if (value.Number is { } number && number >= least && number <= most) return number;
        Mistake(key, expected);
        return null;
    }

    /// <summary>An amount of euros with at most two decimals, more than 0.</summary>
    public decimal? Amount(string key, decimal most, string what, bool required = false)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"{what}: an amount above 0 with at most two decimals, up to {most}");
        var value = required ? Required(key, expected) : Member(key);
        if (value is null) return null;
        if (value.Amount is { } amount && amount > 0 && amount <= most && decimal.Round(amount, 2) == amount) return amount;
        Mistake(key, expected);
        return null;
    }

    /// <summary>An object under a key; null when missing, or when it is none.</summary>
    public Section? Child(string key, ImmutableArray<string> keys) =>
        Member(key) is { } node ? Open(node, At(key), keys, _mistakes) : null;

    /// <summary>Texts, each once; when the key is there, at least one.</summary>
    public ImmutableArray<string> Texts(string key, string expected)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var (value, path) in Items(key, expected, required: Member(key) is not null))
        {
            var text = value.Text.Trim();
            if (value.Kind is not JsonValueKind.String || text.Length == 0 || text.Any(char.IsControl)) _mistakes.Add(path, value.Line, "a text");
            else if (texts.Contains(text, StringComparer.OrdinalIgnoreCase)) _mistakes.Add(path, value.Line, "each text once");
            else texts.Add(text);
        }

        return texts.ToImmutable();
    }

    /// <summary>True or false; the default when missing.</summary>
    public bool Flag(string key, bool byDefault)
    {
        if (Member(key) is not { } value) return byDefault;
        if (value.Kind is JsonValueKind.True or JsonValueKind.False) return value.Kind is JsonValueKind.True;
        Mistake(key, "true or false");
        return byDefault;
    }

    /// <summary>An array's items with their paths; none, and a mistake, when it is no array or must not be empty.</summary>
    public ImmutableArray<(LocatedJson Value, string Path)> Items(string key, string expected, bool required)
    {
        var value = required ? Required(key, expected) : Member(key);
        if (value is null) return [];
        if (value.Kind is JsonValueKind.Array && (!required || value.Items.Length > 0))
            return [.. value.Items.Select((item, i) => (item, string.Create(CultureInfo.InvariantCulture, $"{At(key)}[{i}]")))];
        Mistake(key, expected);
        return [];
    }

    private static string OneOf<T>(FrozenDictionary<string, T> words) where T : struct =>
        $"one of {string.Join(", ", Ordered(words).Select(word => $"\"{word}\""))}";

    private static IEnumerable<string> Ordered<T>(FrozenDictionary<string, T> words) where T : struct =>
        words.OrderBy(pair => pair.Value).Select(pair => pair.Key);
}
