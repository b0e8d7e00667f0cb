using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Tests.Spool;

public sealed class MessageSpoolTests : IDisposable
{
    private static readonly IntakeKey Key = new("m.0123456789ab.0000000001.0000000007");
    private static readonly byte[] Raw = Encoding.UTF8.GetBytes("Subject: Bonjour\r\n\r\nTrès secret.\r\n");
    private readonly string _folder = Directory.CreateTempSubdirectory("spool-").FullName;
    private readonly MessageSpool _spool;

    public MessageSpoolTests() => _spool = new MessageSpool(_folder, Bench.Master);

    private string Spooled => Path.Combine(_folder, "2026", "11", "24", Key.Value);

    public void Dispose()
    {
        _spool.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_message_comes_back_as_it_was_written()
    {
        MessageSpool.Flush([_spool.Write(Key, "Mail", null, Bench.Start, Raw)]);
        Assert.True(_spool.Holds(Key, Bench.Start));
        Assert.Equal(Raw, _spool.Read(Key, Bench.Start));
        Assert.Equal([Key], _spool.Keys());
    }

    [Fact]
    public void Writing_it_again_leaves_one_message()
    {
        _spool.Write(Key, "Mail", null, Bench.Start, Raw);
        _spool.Write(Key, "Mail", null, Bench.Start, Raw);
        Assert.Equal(Raw, _spool.Read(Key, Bench.Start));
        Assert.Single(_spool.Keys());
    }

    [Fact]
    public void Nothing_of_it_lies_on_the_disk_in_the_clear()
    {
        _spool.Write(Key, "Mail", null, Bench.Start, Raw);
        Assert.True(File.ReadAllBytes(Spooled).AsSpan().IndexOf("secret"u8) < 0);
    }

    [Fact]
    public void A_message_that_was_altered_anywhere_is_refused()
    {
        _spool.Write(Key, "Mail", null, Bench.Start, Raw);
        var good = File.ReadAllBytes(Spooled);
        for (var at = 0; at < good.Length; at++)
        {
            var altered = good.ToArray();
            altered[at] ^= 0x01;
            File.WriteAllBytes(Spooled, altered);
            Assert.True(Refused(), $"byte {at}");
        }
    }

    [Fact]
    public void A_message_cut_short_is_refused()
    {
        _spool.Write(Key, "Mail", null, Bench.Start, Raw);
        var good = File.ReadAllBytes(Spooled);
        for (var length = 0; length < good.Length; length++)
        {
            File.WriteAllBytes(Spooled, good[..length]);
            Assert.True(Refused(), $"length {length}");
        }
    }

    [Fact]
    public void Another_master_key_opens_nothing()
    {
        _spool.Write(Key, "Mail", null, Bench.Start, Raw);
        using var other = new MessageSpool(_folder, new MasterKey(new byte[32]));
        Assert.ThrowsAny<CryptographicException>(() => other.Read(Key, Bench.Start));
    }

    [Fact]
    public void A_message_under_another_messages_name_is_refused()
    {
        _spool.Write(Key, "Mail", null, Bench.Start, Raw);
        var other = new IntakeKey($"{Key.Value}9");
        File.Copy(Spooled, $"{Spooled}9");
        Assert.ThrowsAny<CryptographicException>(() => _spool.Read(other, Bench.Start));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("C:a")]
    [InlineData("..")]
    [InlineData("a..b")]
    [InlineData("a\0b")]
    [InlineData("é")]
    public void A_key_that_could_steer_the_path_is_refused(string key)
    {
        Assert.Throws<ArgumentException>(() => _spool.Write(new IntakeKey(key), "Mail", null, Bench.Start, Raw));
        Assert.Throws<ArgumentException>(() => _spool.Read(new IntakeKey(key), Bench.Start));
        Assert.Empty(_spool.Keys());
    }

    [Fact]
    public void Only_the_owner_may_enter_its_folders()
    {
        if (OperatingSystem.IsWindows()) return;
        _spool.Write(Key, "Mail", null, Bench.Start, Raw);
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        for (var folder = Path.GetDirectoryName(Spooled)!; folder.Length >= _folder.Length; folder = Path.GetDirectoryName(folder)!)
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder) & others);
    }

    private bool Refused()
    {
        try
        {
            _spool.Read(Key, Bench.Start);
            return false;
        }
        catch (CryptographicException)
        {
            return true;
        }
    }
}
