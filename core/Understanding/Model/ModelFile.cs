using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Model;

/// <summary>The file of a model: a line that names the format, a line with the card as JSON, then the numbers, compressed. The same model gives the same bytes.</summary>
internal static class ModelFile
{
    private const string Format = "SiOne.Bot operations model 2";

    /// <summary>Writes a model.</summary>
    public static void Write(Stream file, OperationModel model, ModelCard card)
    {
        var head = Format + "\n" + JsonSerializer.Serialize(card, ModelCardJson.Default.ModelCard) + "\n";
        file.Write(Encoding.UTF8.GetBytes(head));
        using var compressed = new BrotliStream(file, CompressionLevel.Optimal, leaveOpen: true);
        using var writer = new BinaryWriter(compressed);
        writer.Write(AllOperations.List.Length);
        Write(writer, model.Messages);
        Write(writer, model.Sentences);
        Write<float>(writer, model.Scorer.Companions);
        Write<float>(writer, model.Scorer.Weights);
        writer.Write(model.Scorer.Bias);
        Write<float>(writer, model.Sets.Weights);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is none, or one for another list of operations.</exception>
    public static (OperationModel Model, ModelCard Card) Read(Stream file)
    {
        if (ReadLine(file) != Format) throw new InvalidDataException("This is no model of this version.");
        var card = JsonSerializer.Deserialize(ReadLine(file), ModelCardJson.Default.ModelCard) ?? throw new InvalidDataException("The model has no card.");
        using var compressed = new BrotliStream(file, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(compressed);
        if (reader.ReadInt32() != AllOperations.List.Length) throw new InvalidDataException("The model knows another list of operations: train it again.");
        var (messages, sentences) = (ReadLinear(reader), ReadLinear(reader));
        var scorer = new RequestScorer(ReadArray<float>(reader), ReadArray<float>(reader), reader.ReadSingle());
        return (new OperationModel(messages, sentences, scorer, new SetScorer(ReadArray<float>(reader))), card);
    }

    private static void Write(BinaryWriter writer, LinearModel model)
    {
        Write<uint>(writer, model.Space.Hashes);
        Write<Half>(writer, model.Space.Rarity);
        Write<sbyte>(writer, model.Weights);
        Write<float>(writer, model.Scales);
        Write<float>(writer, model.Biases);
    }

    private static LinearModel ReadLinear(BinaryReader reader) => new(
        new FeatureSpace(ReadArray<uint>(reader), ReadArray<Half>(reader)), ReadArray<sbyte>(reader), ReadArray<float>(reader), ReadArray<float>(reader));

    // Little-endian, as every machine is that .NET 10 runs on.
    private static void Write<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] ReadArray<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static string ReadLine(Stream file)
    {
        var line = new List<byte>();
        while (file.ReadByte() is >= 0 and not '\n' and var value) line.Add((byte)value);
        return Encoding.UTF8.GetString([.. line]);
    }
}
