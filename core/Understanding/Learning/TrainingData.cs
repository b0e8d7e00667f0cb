using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>The labelled messages that the model learns from.</summary>
/// <param name="Development">The development set, by another author than the product's own messages: all figures are measured on it.</param>
/// <param name="Own">The product's own messages: only ever trained on.</param>
/// <param name="Hash">SHA-256 over the files' names and texts, in lower-case hexadecimal digits.</param>
public sealed record TrainingData(ImmutableArray<LabelledMessage> Development, ImmutableArray<LabelledMessage> Own, string Hash)
{
    /// <summary>Both.</summary>
    public ImmutableArray<LabelledMessage> All { get; } = [.. Development, .. Own];

    /// <summary>Reads every <c>*.txt</c> and <c>*.jsonl</c> of a folder, in ordinal order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file cannot be read; the message names place and reason.</exception>
    public static TrainingData Load(string folder)
    {
        var (development, own) = (ImmutableArray.CreateBuilder<LabelledMessage>(), ImmutableArray.CreateBuilder<LabelledMessage>());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var (author, ending) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
            if (ending is not (".txt" or ".jsonl")) continue;
            // A checkout may have other line ends: the text is what counts.
            var text = File.ReadAllText(path).ReplaceLineEndings("\n");
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path) + "\n" + text + "\n"));
            try
            {
                if (ending is ".jsonl") development.AddRange(JsonMessageFile.Read(author, text.Split('\n')));
                else own.AddRange(MessageFile.Read(author, text.Split('\n')));
            }
            catch (Exception wrong) when (wrong is FormatException or System.Text.Json.JsonException or KeyNotFoundException)
            {
                throw new InvalidDataException($"{Path.GetFileName(path)}: {wrong.Message}", wrong);
            }
        }
        return new TrainingData(development.ToImmutable(), own.ToImmutable(), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
