using System.Text;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// The statements of an Authentication-Results field (RFC 8601, 2.2), comments and folding taken out. A quoted string keeps its quotes and none
/// of the characters that separate, so that what a sender made a server quote is never read as a statement of its own.
/// </summary>
internal static class AuthenticationStatements
{
    /// <summary>The statements in order, without empty ones; none for a field with an unclosed comment or quote, or with control characters.</summary>
    public static List<string> Of(string field)
    {
        var statements = new List<string>();
        var current = new StringBuilder();
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < field.Length; i++)
        {
            var c = field[i];
            if (c is not ('\t' or '\r' or '\n') && char.IsControl(c)) return [];
            if (c == '\\' && (quoted || depth > 0))
            {
                if (++i < field.Length && quoted) current.Append(Quoted(field[i]));
            }
            else if (c == '"' && depth == 0)
            {
                quoted = !quoted;
                current.Append(c);
            }
            else if (quoted) current.Append(Quoted(c));
            else if (c == '(')
            {
                depth++;
                current.Append(' ');
            }
            else if (depth > 0) depth -= c == ')' ? 1 : 0;
            else if (c == ';') Next();
            else current.Append(c is '\t' or '\r' or '\n' ? ' ' : c);
        }

        Next();
        return quoted || depth > 0 ? [] : statements;

        void Next()
        {
            if (Tight(current.ToString()) is { Length: > 0 } statement) statements.Add(statement);
            current.Clear();
        }
    }

    /// <summary>A value without the quotes around it.</summary>
    public static string Unquoted(string value) => value is ['"', .. var inner, '"'] ? inner : value;

    private static char Quoted(char c) => char.IsWhiteSpace(c) || c is ';' or '=' or '"' or '@' or '/' ? '_' : c;

    // The grammar allows blanks and comments around the signs inside a statement: "header . from = x" is "header.from=x".
    private static string Tight(string statement)
    {
        var words = statement.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var tight = new StringBuilder();
        foreach (var word in words)
        {
            if (tight.Length > 0 && !Joins(tight[^1]) && !Joins(word[0])) tight.Append(' ');
            tight.Append(word);
        }

        return tight.ToString();
    }

    private static bool Joins(char c) => c is '=' or '.' or '/';
}
