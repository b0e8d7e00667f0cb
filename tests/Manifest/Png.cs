using System.Buffers.Binary;
using System.IO.Compression;

namespace SiOne.Bot.Manifest.Tests;

/// <summary>A decoded PNG of 8 bits a channel, not interlaced: colour type 2 (RGB) or 6 (RGBA), which is what the icons may be.</summary>
internal sealed record Png(int Width, int Height, bool HasAlpha, byte[] Samples)
{
    private int Channels => HasAlpha ? 4 : 3;

    /// <summary>Red, green, blue and alpha of every pixel, row by row.</summary>
    public IEnumerable<(byte R, byte G, byte B, byte A)> Pixels =>
        Samples.Chunk(Channels).Select(pixel => (pixel[0], pixel[1], pixel[2], HasAlpha ? pixel[3] : byte.MaxValue));

    public (byte R, byte G, byte B, byte A) At(int x, int y) => Pixels.ElementAt((y * Width) + x);

    public static Png Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        using var packed = new MemoryStream();
        byte[] header = [];
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var content = file.AsSpan(at + 8, length);
            var type = System.Text.Encoding.ASCII.GetString(file, at + 4, 4);
            if (type == "IHDR") header = content.ToArray();
            else if (type == "IDAT") packed.Write(content);
            at += length + 12;
        }

        Assert.Equal(8, header[8]); // Bits a channel.
        Assert.Contains(header[9], (byte[])[2, 6]);
        Assert.Equal(0, header[12]); // Not interlaced.
        var (width, height, hasAlpha) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)), header[9] == 6);
        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        return new Png(width, height, hasAlpha, Unfilter(rows, width * (hasAlpha ? 4 : 3), height, hasAlpha ? 4 : 3));
    }

    private static byte[] Unfilter(Stream rows, int stride, int height, int channels)
    {
        var samples = new byte[stride * height];
        var filter = new byte[1];
        for (var y = 0; y < height; y++)
        {
            rows.ReadExactly(filter);
            var row = samples.AsSpan(y * stride, stride);
            rows.ReadExactly(row);
            for (var i = 0; i < stride; i++)
            {
                int left = i >= channels ? row[i - channels] : 0;
                int up = y > 0 ? samples[((y - 1) * stride) + i] : 0;
                int upLeft = y > 0 && i >= channels ? samples[((y - 1) * stride) + i - channels] : 0;
                row[i] += (byte)(filter[0] switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, upLeft), _ => throw new InvalidDataException() });
            }
        }

        return samples;
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        var (toLeft, toUp, toUpLeft) = (Math.Abs(up - upLeft), Math.Abs(left - upLeft), Math.Abs(left + up - (2 * upLeft)));
        return toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
    }
}
