using LiteDB;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// Conditions that are parsed once: LiteDB parses one anew at each use, which costs as much as finding a row. For one thread at a time, as everything in
/// the file; what is found must have been taken out before the same condition is asked for again.
/// </summary>
internal sealed class Expressions
{
    private readonly Dictionary<string, (BsonExpression Condition, BsonDocument Values)> _parsed = new(StringComparer.Ordinal);

    /// <summary>A condition with its values.</summary>
    /// <param name="text">In it, the first value is called @0.</param>
    /// <param name="values">Its values.</param>
    public BsonExpression this[string text, params ReadOnlySpan<BsonValue> values]
    {
        get
        {
            if (!_parsed.TryGetValue(text, out var parsed))
            {
                var document = new BsonDocument();
                _parsed[text] = parsed = (BsonExpression.Create(text, document), document);
            }

            for (var i = 0; i < values.Length; i++) parsed.Values[i.ToString(System.Globalization.CultureInfo.InvariantCulture)] = values[i];
            return parsed.Condition;
        }
    }
}
