using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>Files and images that people attach: fetched from where they may lie, kept sealed, given to technicians as they were; what cannot be had is named.</summary>
public sealed class AttachmentTests : IAsyncLifetime
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private const int Cap = 10 * 1024 * 1024;
    private TeamsBench _bench = null!;
    private FakeUser _employee = null!;

    private FakeTeams Teams => _bench.Teams;

    public async Task InitializeAsync()
    {
        _bench = await TeamsBench.StartAsync();
        _employee = _bench.Person("employe");
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(70_001)]
    [InlineData(Cap)]
    public async Task The_bytes_of_a_file_and_of_an_image_come_back_exactly(int size)
    {
        var (file, image) = (Bytes(size), Bytes(size).Reverse().ToArray());
        await _bench.SayAsync(_employee, Broken, Teams.AddFile("Journal d’erreurs.log", file, withLength: size % 2 == 0), Teams.AddImage(image));
        var held = await FilesAsync(files => files.Length == 2 && files.All(one => one.Path is not null));
        Assert.Equal(("Journal d’erreurs.log", "image"), (held[0].Name, held[1].Name));
        Assert.Equal(file, await BytesAsync(held[0]));
        Assert.Equal(image, await BytesAsync(held[1]));
    }

    [Fact]
    public async Task The_address_of_a_file_is_its_pass_and_an_image_is_asked_for_with_the_token()
    {
        await _bench.SayAsync(_employee, Broken, Teams.AddFile("a.txt", [1]), Teams.AddImage([2]));
        await FilesAsync(files => files.Length == 2 && files.All(one => one.Path is not null));
        var asked = Teams.Requests.Where(request => request.Path.Contains("files/", StringComparison.Ordinal) || request.Path.Contains("attachments/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, asked.Length);
        Assert.False(asked[0].Headers.ContainsKey("Authorization"));
        Assert.StartsWith("Bearer ", asked[1].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_host_gets_no_token_and_is_not_even_asked()
    {
        await using var evil = await EvilListener.StartAsync();
        await _bench.SayAsync(
            _employee, Broken, FakeTeams.FileAt($"{evil.Url}files/x?tempauth=pass", "a.txt"), FakeTeams.ImageAt($"{evil.Url}emea/v3/attachments/x/views/original"),
            FakeTeams.FileAt($"{Teams.Url}@{evil.Url.Authority}/files/x", "b.txt"), FakeTeams.FileAt("file:///etc/passwd", "c.txt"));
        var files = await FilesAsync(files => files.Length == 4 && files.All(one => one.Note is not null && !one.IsWaiting));
        Assert.All(files, file => Assert.Contains("adresse qui n’est pas de Microsoft 365", file.Note, StringComparison.Ordinal));
        Assert.Empty(evil.Requests);
        Assert.Equal(0, Teams.FileRequests);
    }

    [Fact]
    public async Task A_file_that_leads_elsewhere_is_not_followed()
    {
        await using var evil = await EvilListener.StartAsync();
        var (file, image) = (Teams.AddFile("a.txt", [1]), Teams.AddImage([2]));
        Teams.Redirect(file, $"{evil.Url}a.txt");
        Teams.Redirect(image, $"{evil.Url}image");
        await _bench.SayAsync(_employee, Broken, file, image);
        await FilesAsync(files => files.Length == 2 && files.All(one => one.Note is not null && !one.IsWaiting));
        Assert.Empty(evil.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_larger_than_is_taken_is_named_and_what_lies_beside_it_is_kept(bool withLength)
    {
        await _bench.SayAsync(_employee, Broken, Teams.AddFile("énorme.iso", Bytes(Cap + 1), withLength), Teams.AddFile("petit.txt", [1, 2]));
        var files = await FilesAsync(files => files is [{ IsWaiting: false, Note: not null }, { Path: not null }]);
        Assert.Equal(("énorme.iso", "non récupéré : plus de 10 Mo"), (files[0].Name, CardReading.Plain(files[0].Note!)));
        Assert.Equal([1, 2], await BytesAsync(files[1]));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_bench.DataFolder, "attachments"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_gone_is_named_and_the_request_stands(bool expired)
    {
        var file = Teams.AddFile("capture.png", [1]);
        if (expired) Teams.Expire(file);
        else Teams.Delete(file);
        await _bench.SayAsync(_employee, Broken, file);
        var request = await _bench.RequestAsync(document => document.State.State is RequestState.Accepted);
        var named = Assert.Single(await FilesAsync(files => files is [{ IsWaiting: false, Note: not null }]));
        Assert.Equal(("capture.png", "non récupéré : Teams ne le donne plus"), (named.Name, CardReading.Plain(named.Note!)));
        Assert.Equal(1, Teams.FileRequests);
        Assert.Contains("capture.png", (await _bench.ChannelCardAsync(request)).Words(), StringComparison.Ordinal);
        using var missing = await _bench.GetAsync($"/api/messages/{request.State.Intake}/attachments/0");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        // It is not asked for at each start.
        await _bench.StopAsync();
        await _bench.RunAsync();
        await _bench.SayAsync(_employee, "Voici encore une image.", Teams.AddImage([7]));
        await FilesAsync(files => files.Any(one => one.Path is not null));
        Assert.Equal(2, Teams.FileRequests);
    }

    [Fact]
    public async Task Trouble_that_passes_only_delays_a_file()
    {
        var file = Teams.AddFile("a.txt", [5, 6]);
        Teams.Trouble(file, times: 4); // More than one call tries.
        await _bench.SayAsync(_employee, Broken, file);
        Assert.Equal([5, 6], await BytesAsync(Assert.Single(await FilesAsync(files => files is [{ Path: not null }]))));
    }

    [Fact]
    public async Task A_stop_between_keeping_and_fetching_loses_nothing()
    {
        var never = new TaskCompletionSource();
        Teams.FileHold = never.Task;
        await _bench.SayAsync(_employee, Broken, Teams.AddFile("a.txt", [8, 9]));
        await Deadline.UntilAsync(() => Teams.FileRequests > 0);
        await _bench.StopAsync();
        Assert.False(Directory.Exists(Path.Combine(_bench.DataFolder, "attachments")) && Directory.EnumerateFiles(Path.Combine(_bench.DataFolder, "attachments"), "*", SearchOption.AllDirectories).Any());

        Teams.FileHold = Task.CompletedTask;
        await _bench.RunAsync();

        Assert.Equal([8, 9], await BytesAsync(Assert.Single(await FilesAsync(files => files is [{ Path: not null }]))));
    }

    [Fact]
    public async Task Nothing_of_a_file_lies_open_on_the_disk()
    {
        const string Secret = "Ce texte ne doit se lire nulle part sur le disque.";
        await _bench.SayAsync(_employee, Broken, Teams.AddFile("Bulletin de paie.txt", Encoding.UTF8.GetBytes(Secret)));
        await FilesAsync(files => files is [{ Path: not null }]);
        await _bench.StopAsync();
        var all = Directory.EnumerateFiles(_bench.DataFolder, "*", SearchOption.AllDirectories).ToArray();
        Assert.Contains(all, path => path.Contains("attachments", StringComparison.Ordinal));
        foreach (var path in all)
        {
            var bytes = await File.ReadAllBytesAsync(path);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("Bulletin de paie"u8));
            Assert.DoesNotContain("Bulletin", path, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("rapport.pdf", "rapport.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1\r\n\r\n<script>.txt", "aSet-Cookie_ x=1_script_.txt")]
    [InlineData("..\\..\\..\\windows\\system32\\cmd.exe", "cmd.exe")]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("facture\u202Egpj.exe", "facturegpj.exe")]
    [InlineData("..", "fichier")]
    [InlineData("a\"; filename=\"b.exe", "a_; filename=_b.exe")]
    [InlineData("été – n° 3.pdf", "été – n° 3.pdf")]
    public async Task A_hostile_name_is_harmless_wherever_it_is_given(string name, string harmless)
    {
        await _bench.SayAsync(_employee, Broken, Teams.AddFile(name, [1]));
        var file = Assert.Single(await FilesAsync(files => files is [{ Path: not null }]));
        Assert.Equal(harmless, file.Name);
        using var answer = await _bench.GetAsync(file.Path!);
        Assert.Equal(harmless, answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(("nosniff", true), (string.Join(',', answer.Headers.GetValues("X-Content-Type-Options")), answer.Headers.CacheControl!.NoStore));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_very_long_name_is_cut_and_keeps_its_end()
    {
        await _bench.SayAsync(_employee, Broken, Teams.AddFile($"{string.Concat(Enumerable.Repeat("😀 long ", 400))}.pdf", [1]));
        var file = Assert.Single(await FilesAsync(files => files is [{ Path: not null }]));
        Assert.InRange(file.Name.Length, 100, 120);
        Assert.EndsWith("….pdf", file.Name, StringComparison.Ordinal);
        using var answer = await _bench.GetAsync(file.Path!);
        Assert.Equal(file.Name, answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task The_technicians_card_names_the_files_of_the_request_and_of_what_follows()
    {
        var (_, request) = await AskAsync(Teams.AddFile("a_b*[c](https://evil.example).png", [1]), Teams.AddFile("b.pdf", [2]));
        var card = await _bench.ChannelCardAsync(request);
        Assert.Contains("Pièces jointes", card.Words(), StringComparison.Ordinal);
        Assert.Contains("b.pdf", card.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("](", card.Activity.ToJsonString(), StringComparison.Ordinal);

        var reply = Teams.Activity("message", Teams.PersonalOf(_employee), _employee);
        reply["text"] = $"{request.State.Reference} : voici une photo de l’écran.";
        reply["attachments"] = new JsonArray(Teams.AddFile("écran.jpg", [3]));
        await Teams.PostToBotAsync(Teams.Customers, reply);
        await _bench.ChannelCardAsync(request, post => post.Words().Contains("écran.jpg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_files_are_counted_on_the_card()
    {
        var (_, request) = await AskAsync([.. Enumerable.Range(1, 30).Select(number => Teams.AddFile($"{new string('x', 200)}-{number}.txt", [1]))]);
        var card = await _bench.ChannelCardAsync(request);
        Assert.Contains("et 14 de plus", card.Words(), StringComparison.Ordinal);
        Assert.Equal(20, (await FilesAsync(files => files.All(one => one.Path is not null))).Length);
    }

    private async Task<(FakePost Card, RequestDocument Request)> AskAsync(params JsonObject[] attachments)
    {
        await _bench.SayAsync(_employee, Broken, attachments);
        var request = await _bench.RequestAsync(_ => true);
        return (await _bench.CardAsync(_employee, request), request);
    }

    /// <summary>The files of all messages as the local page shows them, once they are so.</summary>
    private async Task<ShownFile[]> FilesAsync(Func<ShownFile[], bool> areSo)
    {
        ShownFile[] files = [];
        await _bench.UntilAsync(async () =>
        {
            var messages = (await _bench.BoardAsync()).GetProperty("messages").EnumerateArray();
            files = [.. messages.SelectMany(message => message.GetProperty("attachments").EnumerateArray()).Select(ShownFile.Of)];
            return files.Length > 0 && areSo(files);
        }, "the files are so");
        return files;
    }

    private async Task<byte[]> BytesAsync(ShownFile file)
    {
        using var answer = await _bench.GetAsync(file.Path!);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static byte[] Bytes(int size) => [.. Enumerable.Range(0, size).Select(at => (byte)(at * 31 + at / 256))];

    private sealed record ShownFile(string Name, string? Path, string? Note)
    {
        public bool IsWaiting => Note is "récupération en cours";

        public static ShownFile Of(JsonElement file) => new(file.GetProperty("name").GetString()!, file.GetProperty("path").GetString(), file.GetProperty("note").GetString());
    }
}
