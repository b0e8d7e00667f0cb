using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace SiOne.Bot.MailWatcher.Settings;

/// <summary>One setting that cannot be used.</summary>
/// <param name="Key">Its whole key, for example <c>SiOne:Imap:Port</c>.</param>
/// <param name="Expected">What was expected. Never quotes the value, which may be a secret.</param>
public sealed record SettingMistake(string Key, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Key}: expected {Expected}";
}

/// <summary>Fills a settings object from configuration. The framework's binder stops at the first mistake and ignores unknown keys; here all are told at once.</summary>
public static class SettingsBinder
{
    /// <summary>Fills <paramref name="target"/>'s properties; what cannot be used is left at its default and added to the mistakes.</summary>
    /// <param name="section">Where they are.</param>
    /// <param name="target">What is filled.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    /// <param name="except">Groups that are read elsewhere; null for none.</param>
    public static void Bind(IConfigurationSection section, object target, ICollection<SettingMistake> mistakes, IReadOnlyCollection<string>? except = null)
    {
        var properties = target.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren().Where(child => except?.Contains(child.Key, StringComparer.OrdinalIgnoreCase) is not true))
        {
            if (!properties.TryGetValue(child.Key, out var property))
                mistakes.Add(new SettingMistake(child.Path, $"no such key; there are {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}"));
            else if (child.GetChildren().Any()) BindGroup(child, property, target, mistakes);
            else if (child.Value is { Length: > 0 } value) BindValue(child, property, target, value, mistakes);
        }
    }

    private static void BindGroup(IConfigurationSection section, PropertyInfo property, object target, ICollection<SettingMistake> mistakes)
    {
        if (IsValue(property.PropertyType))
        {
            mistakes.Add(new SettingMistake(section.Path, $"{Expected(property.PropertyType)}, not a group of keys"));
            return;
        }

        var group = property.GetValue(target) ?? Activator.CreateInstance(property.PropertyType)!;
        property.SetValue(target, group);
        Bind(section, group, mistakes);
    }

    private static void BindValue(
        IConfigurationSection section, PropertyInfo property, object target, string value, ICollection<SettingMistake> mistakes)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (TryConvert(type, value, out var converted)) property.SetValue(target, converted);
        else mistakes.Add(new SettingMistake(section.Path, Expected(type)));
    }

    private static bool TryConvert(Type type, string value, out object? converted)
    {
        converted = value;
        if (type == typeof(string)) return true;
        if (!IsValue(type)) return false;
        if (type.IsEnum) return Enum.TryParse(type, value, ignoreCase: true, out converted) && Enum.IsDefined(type, converted!);
        try
        {
            converted = TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, value);
            return true;
        }
        catch (Exception refused) when (refused is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return false;
        }
    }

    private static bool IsValue(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) || type.IsEnum || type.IsPrimitive || type == typeof(TimeSpan);
    }

    private static string Expected(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } choices => string.Join(", ", Enum.GetNames(choices)),
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(int) => "a whole number",
        var t when t == typeof(double) => "a number with a point, such as 0.7",
        var t when t == typeof(TimeSpan) => "a time as hh:mm:ss",
        var t when t == typeof(string) => "a text",
        _ => "a group of keys",
    };
}
