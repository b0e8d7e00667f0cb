using System.Globalization;

namespace SiOne.Bot.Engine.Customers;

/// <summary>What a customer file's name says: <c>ID.json</c> holds from the beginning, <c>ID@2026-03-01.json</c> from that day (Art. 6).</summary>
/// <param name="File">The name.</param>
/// <param name="Id">The customer's id.</param>
/// <param name="ValidFrom">From which day in Paris the file holds; null: from the beginning.</param>
/// <param name="Mistake">What was expected of the name; null when it is right.</param>
internal sealed record CustomerFileName(string File, string Id, DateOnly? ValidFrom, string? Mistake)
{
    /// <summary>Reads a name.</summary>
    public static CustomerFileName Of(string file)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        var at = stem.IndexOf('@', StringComparison.Ordinal);
        var id = at < 0 ? stem : stem[..at];
        DateOnly? from = at >= 0 && DateOnly.TryParseExact(stem[(at + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var mistake = !IsId(id)
            ? "a file name of at most 64 letters without accents, digits, \"-\", \"_\" and \".\", of which the first is a letter or digit: it is the customer's id"
            : at >= 0 && from is null ? "a file name such as \"company@2026-03-01.json\": after \"@\" the day from which this version holds (Art. 6)" : null;
        return new CustomerFileName(file, id, from, mistake);
    }

    /// <summary>Whether both are versions of one customer.</summary>
    public bool IsOfSameCustomer(CustomerFileName other) => string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text can be an id. It becomes the name of a folder: never one that leads elsewhere.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
