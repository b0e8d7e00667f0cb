using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace SiOne.Bot.Manifest.Tests;

public sealed class PackageCheckTests
{
    private static readonly Guid Running = Guid.ParseExact(A.CustomersBot, "D");

    [Theory]
    [InlineData(TeamsApp.Customers, PackageState.Matches)]
    [InlineData(TeamsApp.Technicians, PackageState.OtherBot)]
    public void A_package_is_good_for_its_own_bot_only(TeamsApp app, PackageState expected)
    {
        var check = Check(A.Package(app).Bytes);
        Assert.Equal(expected, check.State);
        Assert.Equal(expected is PackageState.Matches, check.Good);
        Assert.Contains(A.CustomersBot, check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mismatch_names_both_bots_and_what_to_do()
    {
        var message = Check(A.Package(TeamsApp.Technicians).Bytes).Message;
        Assert.Contains(A.TechniciansBot, message, StringComparison.Ordinal);
        Assert.Contains("the verb manifest", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void The_message_extension_of_another_bot_is_a_mismatch_too()
    {
        var manifest = A.Manifest(A.Package(TeamsApp.Customers));
        manifest["composeExtensions"]![0]!["botId"] = A.TechniciansBot;
        Assert.Equal(PackageState.OtherBot, Check(manifest).State);
    }

    [Fact]
    public void A_program_without_an_app_id_matches_no_package()
    {
        var manifest = A.Manifest(A.Package(TeamsApp.Customers));
        foreach (var list in (string[])["bots", "composeExtensions"]) manifest[list]![0]!["botId"] = Guid.Empty.ToString();
        Assert.Equal(PackageState.OtherBot, PackageCheck.OfManifest(Encoding.UTF8.GetBytes(manifest.ToJsonString()), Guid.Empty).State);
    }

    [Theory]
    [InlineData("""{"bots":[{"botId":"${{BOT_ID}}"}]}""", PackageState.OtherBot)]
    [InlineData("""{"bots":[{"botId":7}]}""", PackageState.OtherBot)]
    [InlineData("""{"bots":["6f1c8a52-0d0e-4c7b-9a51-2f6b7f3f5a01"]}""", PackageState.OtherBot)]
    [InlineData("""{"bots":[{"botId":"6f1c8a52-0d0e-4c7b-9a51-2f6b7f3f5a01"},{}]}""", PackageState.OtherBot)]
    [InlineData("""{"composeExtensions":[{"botId":"6f1c8a52-0d0e-4c7b-9a51-2f6b7f3f5a01"}]}""", PackageState.NoBot)]
    [InlineData("""{"bots":[]}""", PackageState.NoBot)]
    [InlineData("""{"bots":{"botId":"6f1c8a52-0d0e-4c7b-9a51-2f6b7f3f5a01"}}""", PackageState.NoBot)]
    [InlineData("{}", PackageState.NoBot)]
    [InlineData("[]", PackageState.NoBot)]
    [InlineData("null", PackageState.NoBot)]
    [InlineData("", PackageState.Unreadable)]
    [InlineData("{", PackageState.Unreadable)]
    [InlineData("""{"bots":[{"botId":"\ud800"}]}""", PackageState.Unreadable)]
    [InlineData("\uFEFF{\"bots\":[{\"botId\":\"6F1C8A52-0D0E-4C7B-9A51-2F6B7F3F5A01\"}]}", PackageState.Matches)]
    public void Whatever_lies_in_the_folder_gets_a_plain_answer(string manifest, PackageState expected)
    {
        var check = PackageCheck.OfManifest(Encoding.UTF8.GetBytes(manifest), Running);
        Assert.Equal(expected, check.State);
        Assert.DoesNotContain("BOT_ID", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_package_is_told_apart()
    {
        Assert.Equal(PackageState.Unreadable, Check(Raw("PK but no zip")).State);
        Assert.Equal(PackageState.Unreadable, Check(Raw("")).State);
        Assert.Equal(PackageState.Unreadable, Check(Zip(("readme.txt", "x"))).State);
        Assert.Equal(PackageState.Unreadable, Check(Zip(("sub/manifest.json", "{}"))).State);
        Assert.Equal(PackageState.Unreadable, Check(Zip(("manifest.json", "{}"), ("manifest.json", "{}"))).State);
    }

    [Fact]
    public void A_manifest_that_unpacks_without_end_is_not_read_to_its_end()
    {
        var bomb = Zip(("manifest.json", new string(' ', 50_000_000)));
        Assert.True(bomb.Length < 100_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(PackageState.Unreadable, Check(bomb).State);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    [Fact]
    public void A_cut_package_never_passes()
    {
        var whole = A.Package(TeamsApp.Customers).Bytes;
        for (var length = 0; length < whole.Length; length += 97) Assert.False(Check(whole[..length]).Good, $"cut after {length} bytes");
    }

    private static PackageCheck Check(JsonObject manifest) => PackageCheck.OfManifest(Encoding.UTF8.GetBytes(manifest.ToJsonString()), Running);

    private static PackageCheck Check(ImmutableArray<byte> package) => PackageCheck.OfPackage(new MemoryStream([.. package]), Running);

    private static ImmutableArray<byte> Raw(string text) => [.. Encoding.UTF8.GetBytes(text)];

    private static ImmutableArray<byte> Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return [.. bytes.ToArray()];
    }
}
