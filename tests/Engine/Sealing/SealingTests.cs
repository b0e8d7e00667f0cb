using System.Security.Cryptography;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Tests.Sealing;

public sealed class SealingTests
{
    private static readonly byte[] Key = Bench.Master.Derive("test");

    [Fact]
    public void What_was_sealed_opens_again_and_two_seals_differ()
    {
        using var sealer = new Sealer(Key);
        var first = sealer.Seal("bonjour"u8, "a"u8);
        Assert.Equal("bonjour"u8.ToArray(), sealer.Open(first, "a"u8));
        Assert.NotEqual(first, sealer.Seal("bonjour"u8, "a"u8));
    }

    [Fact]
    public void Altered_cut_moved_or_foreign_bytes_are_refused()
    {
        using var sealer = new Sealer(Key);
        using var other = new Sealer(Bench.Master.Derive("other"));
        var good = sealer.Seal("bonjour"u8, "a"u8);
        for (var at = 0; at < good.Length; at++)
        {
            var altered = good.ToArray();
            altered[at] ^= 0x80;
            Assert.ThrowsAny<CryptographicException>(() => sealer.Open(altered, "a"u8));
            Assert.ThrowsAny<CryptographicException>(() => sealer.Open(good.AsSpan(0, at), "a"u8));
        }

        Assert.ThrowsAny<CryptographicException>(() => sealer.Open(good, "b"u8));
        Assert.ThrowsAny<CryptographicException>(() => other.Open(good, "a"u8));
    }

    [Fact]
    public void Keys_of_two_purposes_differ_and_are_always_the_same()
    {
        Assert.Equal(Key, Bench.Master.Derive("test"));
        Assert.NotEqual(Key, Bench.Master.Derive("test2"));
        Assert.Equal(32, Key.Length);
    }

    [Fact]
    public void A_master_key_shows_nothing_of_itself_and_has_32_bytes()
    {
        Assert.Equal("***", Bench.Master.ToString());
        Assert.Throws<ArgumentException>(() => new MasterKey(new byte[31]));
    }

    [Fact]
    public void A_master_key_file_is_made_once_for_its_owner_alone()
    {
        var folder = Directory.CreateTempSubdirectory("key-").FullName;
        var path = Path.Combine(folder, "master.key");
        var made = MasterKey.Load(path, mayCreate: true);
        Assert.Equal(made.Derive("x"), MasterKey.Load(path, mayCreate: true).Derive("x"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret-in-a-wrong-file")]
    [InlineData("AAAA")]
    public void A_file_that_holds_no_master_key_is_refused_unquoted_and_left_alone(string content)
    {
        var folder = Directory.CreateTempSubdirectory("key-").FullName;
        var path = Path.Combine(folder, "master.key");
        File.WriteAllText(path, content);
        var refusal = Assert.Throws<InvalidDataException>(() => MasterKey.Load(path, mayCreate: true));
        Assert.Contains("32 bytes in base64", refusal.Message, StringComparison.Ordinal);
        if (content.Length > 0) Assert.DoesNotContain(content, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(path));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_pseudonym_is_the_same_for_every_spelling_of_an_address_and_for_no_other()
    {
        var pseudonyms = new Pseudonyms(Bench.Master);
        var ada = pseudonyms.Of(MailAddress.Parse("ada@acme.example"));
        Assert.Equal(ada, pseudonyms.Of(MailAddress.Parse("Ada@ACME.example")));
        Assert.NotEqual(ada, pseudonyms.Of(MailAddress.Parse("eva@acme.example")));
        Assert.NotEqual(ada, new Pseudonyms(new MasterKey(new byte[32])).Of(MailAddress.Parse("ada@acme.example")));
        Assert.Matches("^[0-9a-f]{12}$", ada);
    }

    [Fact]
    public void A_missing_key_beside_data_is_never_replaced()
    {
        using var folder = new DisposableFolder();
        var path = Path.Combine(folder.Path, "master.key");
        Assert.Throws<InvalidDataException>(() => MasterKey.Load(path, mayCreate: false));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Of_many_that_start_together_all_get_one_key()
    {
        using var folder = new DisposableFolder();
        var path = Path.Combine(folder.Path, "master.key");
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => MasterKey.Load(path, mayCreate: true).Derive("x"))));
        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.Equal([path], Directory.EnumerateFiles(folder.Path));
    }

    private sealed class DisposableFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("master-key-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
