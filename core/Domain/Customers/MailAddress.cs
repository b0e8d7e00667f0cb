namespace SiOne.Bot.Domain.Customers;

/// <summary>One mail address, compared without regard to case.</summary>
public readonly struct MailAddress : IEquatable<MailAddress>
{
    private readonly string? _value;

    private MailAddress(string value) => _value = value;

    /// <summary>The address as written, without a display name. Empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The part after the last @, in lower case.</summary>
    public string Domain => Value[(Value.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>Reads a bare <c>local@domain</c>. False for anything else, a display name or control characters included.</summary>
    public static bool TryParse(string? text, out MailAddress address)
    {
        address = default;
        if (text is null || text.Length is < 3 or > 320) return false;
        var at = text.LastIndexOf('@');
        if (at <= 0 || at == text.Length - 1) return false;
        foreach (var c in text)
            if (char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';') return false;
        address = new MailAddress(text);
        return true;
    }

    /// <summary>Reads a bare address that is known to be one.</summary>
    /// <exception cref="FormatException">It is none; the message does not quote it.</exception>
    public static MailAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException("Not a mail address.");

    /// <inheritdoc/>
    public bool Equals(MailAddress other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MailAddress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The address.</summary>
    public override string ToString() => Value;

    /// <summary>Same address, without regard to case.</summary>
    public static bool operator ==(MailAddress left, MailAddress right) => left.Equals(right);

    /// <summary>Another address.</summary>
    public static bool operator !=(MailAddress left, MailAddress right) => !left.Equals(right);
}
