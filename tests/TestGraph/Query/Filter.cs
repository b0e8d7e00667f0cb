using System.Globalization;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Metadata;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Query;

/// <summary>A <c>$filter</c> as far as Graph's directory takes it: comparisons, in, startsWith, endsWith, any, and, or, not.</summary>
internal sealed class Filter
{
    private readonly List<string> _pieces;
    private readonly GraphType _type;
    private int _at;

    private Filter(string text, GraphType type)
    {
        _type = type;
        _pieces = FilterLexer.Cut(text);
        Holds = Or();
        if (_at < _pieces.Count) throw Wrong();
    }

    /// <summary>Whether an object is among those asked for.</summary>
    public Func<JsonObject, bool> Holds { get; }

    /// <summary>Whether the directory answers it only with <c>ConsistencyLevel: eventual</c> and <c>$count=true</c>.</summary>
    public bool IsAdvanced { get; private set; }

    /// <summary>Reads it.</summary>
    /// <exception cref="GraphRefusalException">It is no filter, or names what the type does not have.</exception>
    public static Filter Parse(string text, GraphType type) => new(text, type);

    private Func<JsonObject, bool> Or()
    {
        var left = And();
        while (Takes("or"))
        {
            var (first, second) = (left, And());
            left = item => first(item) || second(item);
        }

        return left;
    }

    private Func<JsonObject, bool> And()
    {
        var left = One();
        while (Takes("and"))
        {
            var (first, second) = (left, One());
            left = item => first(item) && second(item);
        }

        return left;
    }

    private Func<JsonObject, bool> One()
    {
        if (Takes("not"))
        {
            IsAdvanced = true;
            var inner = One();
            return item => !inner(item);
        }

        if (Takes("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }

        var word = Next();
        return word switch
        {
            "startswith" or "startsWith" => Text((value, part) => value.StartsWith(part, StringComparison.OrdinalIgnoreCase)),
            "endswith" or "endsWith" => Advanced(Text((value, part) => value.EndsWith(part, StringComparison.OrdinalIgnoreCase))),
            _ when word.EndsWith("/any", StringComparison.OrdinalIgnoreCase) => Any(word[..^4]),
            _ => Comparison(Path(word)),
        };
    }

    private Func<JsonObject, bool> Advanced(Func<JsonObject, bool> inner)
    {
        IsAdvanced = true;
        return inner;
    }

    private Func<JsonObject, bool> Text(Func<string, string, bool> holds)
    {
        Expect("(");
        var read = Path(Next());
        Expect(",");
        var part = Literal() as string ?? throw Wrong();
        Expect(")");
        return item => read(item) is JsonValue value && holds(value.ToString(), part);
    }

    private Func<JsonObject, bool> Any(string property)
    {
        var read = Path(property);
        Expect("(");
        var variable = Next();
        Expect(":");
        var path = Next();
        if (path != variable && !path.StartsWith($"{variable}/", StringComparison.Ordinal)) throw Wrong();
        var inner = path == variable ? null : path[(variable.Length + 1)..];
        var compare = Compare();
        Expect(")");
        return item => read(item) is JsonArray list && list.Any(entry => compare(inner is null ? entry : entry?[inner]));
    }

    private Func<JsonObject, bool> Comparison(Func<JsonObject, JsonNode?> read)
    {
        var compare = Compare();
        return item => compare(read(item));
    }

    private Func<JsonNode?, bool> Compare()
    {
        var sign = Next();
        if (sign == "in")
        {
            Expect("(");
            var list = new List<object?> { Literal() };
            while (Takes(",")) list.Add(Literal());
            Expect(")");
            return value => list.Exists(entry => Order(value, entry) == 0);
        }

        var literal = Literal();
        if (sign == "ne") IsAdvanced = true;
        return sign switch
        {
            "eq" => value => Order(value, literal) == 0,
            "ne" => value => Order(value, literal) != 0,
            "gt" => value => Order(value, literal) > 0,
            "ge" => value => Order(value, literal) >= 0,
            "lt" => value => Order(value, literal) < 0,
            "le" => value => Order(value, literal) <= 0,
            _ => throw Wrong(),
        };
    }

    private object? Literal()
    {
        var piece = Next();
        if (piece.StartsWith('\'')) return piece[1..];
        if (piece is "null") return null;
        if (piece is "true" or "false") return piece == "true";
        if (Guid.TryParse(piece, out var id)) return id.ToString();
        if (long.TryParse(piece, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        if (DateTimeOffset.TryParse(piece, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment;
        throw Wrong();
    }

    // Null where the two cannot be put in an order: then only "ne" holds.
    private static int? Order(JsonNode? value, object? literal)
    {
        if (value is null || literal is null) return value is null && literal is null ? 0 : null;
        if (value is not JsonValue held) return null;
        return literal switch
        {
            bool flag => held.TryGetValue<bool>(out var is_) ? is_.CompareTo(flag) : null,
            long number => long.TryParse(held.ToString(), CultureInfo.InvariantCulture, out var has) ? has.CompareTo(number) : null,
            DateTimeOffset moment => DateTimeOffset.TryParse(held.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.CompareTo(moment) : null,
            _ => string.Compare(held.ToString(), (string)literal, StringComparison.OrdinalIgnoreCase),
        };
    }

    private Func<JsonObject, JsonNode?> Path(string word)
    {
        var names = word.Split('/');
        if (!_type.Properties.ContainsKey(names[0]))
            throw GraphRefusalException.BadRequest($"Invalid filter clause: Could not find a property named '{names[0]}' on type 'microsoft.graph.{_type.Name}'.");
        return item => names.Aggregate((JsonNode?)item, (node, name) => (node as JsonObject)?[name]);
    }

    private string Next() => _at < _pieces.Count ? _pieces[_at++] : throw Wrong();

    private bool Takes(string word)
    {
        if (_at >= _pieces.Count || _pieces[_at] != word) return false;
        _at++;
        return true;
    }

    private void Expect(string word)
    {
        if (!Takes(word)) throw Wrong();
    }

    private GraphRefusalException Wrong() => GraphRefusalException.BadRequest($"Invalid filter clause: Syntax error at '{string.Join(' ', _pieces.Take(_at))}'.");
}
