using System.Text;

namespace SiOne.Bot.Mail.Tests.Reading;

/// <summary>Writes winmail.dat (MS-OXTNEF), as far as its readers need it.</summary>
internal static class Tnef
{
    private const byte Message = 1;
    private const byte Attachment = 2;

    /// <summary>A message with a Rich Text body, stored uncompressed (MS-OXRTFCP), and one file.</summary>
    public static byte[] Of(string rtf, string fileName, byte[] file)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(0x223E9F78);
        writer.Write((ushort)1);
        Attribute(writer, Message, 0x00089006, [0, 0, 1, 0]);
        Attribute(writer, Message, 0x00069007, [0xE4, 4, 0, 0, 0, 0, 0, 0]);
        Attribute(writer, Message, 0x00069003, RichText(Encoding.Latin1.GetBytes(rtf)));
        Attribute(writer, Attachment, 0x00069002, new byte[14]);
        Attribute(writer, Attachment, 0x00018010, Encoding.Latin1.GetBytes(fileName + "\0"));
        Attribute(writer, Attachment, 0x0006800F, file);
        return bytes.ToArray();
    }

    // One property: PR_RTF_COMPRESSED, binary.
    private static byte[] RichText(byte[] rtf)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(1);
        writer.Write((ushort)0x0102);
        writer.Write((ushort)0x1009);
        writer.Write(1);
        writer.Write(rtf.Length + 16);
        writer.Write(rtf.Length + 12);
        writer.Write(rtf.Length);
        writer.Write("MELA"u8);
        writer.Write(0);
        writer.Write(rtf);
        while (bytes.Length % 4 != 0) writer.Write((byte)0);
        return bytes.ToArray();
    }

    private static void Attribute(BinaryWriter writer, byte level, int tag, byte[] data)
    {
        writer.Write(level);
        writer.Write(tag);
        writer.Write(data.Length);
        writer.Write(data);
        writer.Write((ushort)data.Sum(b => b));
    }
}
