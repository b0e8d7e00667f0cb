namespace SiOne.Bot.Domain.Privacy;

/// <summary>A table whose heading names a password: its column is masked down to the end of the table.</summary>
internal static class SecretTable
{
    public static void Find(string text, List<SecretSpan> found)
    {
        var column = -1;
        var cells = 0;
        var position = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            position = range.Start.GetOffset(text.Length);
            var separator = line.Contains('|') ? '|' : '\t';
            var count = line.Count(separator) + 1;
            if (count < 2)
            {
                column = -1;
                continue;
            }

            if (column >= 0 && count == cells) Cell(text, position, line, separator, column, found);
            else (column, cells) = (KeyColumn(line, separator), count);
        }
    }

    private static int KeyColumn(ReadOnlySpan<char> line, char separator)
    {
        var index = 0;
        foreach (var range in line.Split(separator))
        {
            var cell = line[range].Trim();
            var (kind, length) = SecretWords.KeyAt(cell);
            if (kind is SecretWords.KeyKind.Password or SecretWords.KeyKind.Code && length >= cell.Length - 12) return index;
            index++;
        }

        return -1;
    }

    private static void Cell(string text, int position, ReadOnlySpan<char> line, char separator, int column, List<SecretSpan> found)
    {
        var index = 0;
        foreach (var range in line.Split(separator))
        {
            if (index++ != column) continue;
            var cell = line[range];
            var value = cell.Trim();
            if (value.Length < 3 || value.Contains(' ') || value.TrimStart("-:").IsEmpty) return;
            SecretFinder.Add(text, position + range.Start.GetOffset(line.Length) + cell.IndexOf(value, StringComparison.Ordinal), value.Length, _ => true, found);
            return;
        }
    }
}
