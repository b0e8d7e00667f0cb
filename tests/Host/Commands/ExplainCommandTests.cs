using System.Diagnostics;
using System.Text.Json;
using SiOne.Bot.TestKit;
using Xunit.Abstractions;

namespace SiOne.Bot.Host.Tests.Commands;

public sealed class ExplainCommandTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_shape_is_the_agreed_one_field_for_field()
    {
        var verb = await Verb.RunAsync(["explain", Path.Combine(Repository.DemoMails, "09-arrivee-et-telephone.eml"), "--at", "2026-11-23T09:00+01:00"]);
        var line = Assert.Single(verb.Json);
        Assert.Equal(["file", "message", "sender", "requests", "error"], Names(line));
        var message = line.GetProperty("message");
        Assert.Equal(
            ["from", "to", "cc", "subject", "messageId", "inReplyTo", "references", "date", "kind", "text", "body", "attachments", "authentication"], Names(message));
        Assert.Equal(["address", "name"], Names(message.GetProperty("from")));
        Assert.Equal(["customer", "person", "role"], Names(line.GetProperty("sender")));
        var requests = line.GetProperty("requests").EnumerateArray().ToArray();
        Assert.Equal(2, requests.Length);
        foreach (var request in requests)
        {
            Assert.Equal(
                ["category", "operation", "confidence", "abstained", "person", "date", "urgent", "fields", "findings", "verdict", "dueAt", "promise", "plan"], Names(request));
            Assert.Equal(JsonValueKind.Object, request.GetProperty("fields").ValueKind);
        }

        Assert.Equal(("2026-12-14T00:00:00+01:00", "commitment"), (requests[0].GetProperty("dueAt").GetString(), requests[0].GetProperty("promise").GetString()));
        Assert.Equal(JsonValueKind.Null, line.GetProperty("error").ValueKind);
        Assert.Equal("pass", message.GetProperty("authentication").GetString());
    }

    [Theory]
    [InlineData("exchange-online", "spf=pass; dmarc=pass action=none header.from=demo-standard.example; compauth=pass reason=100", "pass")]
    [InlineData("exchange-online", "spf=pass; dmarc=none action=none header.from=demo-standard.example; compauth=pass reason=100", "none")]
    [InlineData("exchange-online", "spf=fail; dmarc=fail action=quarantine header.from=demo-standard.example; compauth=fail reason=000", "fail")]
    [InlineData("exchange-online", "mx.msp.example; dmarc=pass action=none header.from=demo-standard.example", "none")]
    [InlineData("rfc8601", "mx.msp.example; dmarc=pass header.from=demo-standard.example", "pass")]
    [InlineData("rfc8601", "spf=pass; dmarc=pass action=none header.from=demo-standard.example; compauth=pass reason=100", "none")]
    public async Task A_sender_is_proven_as_the_settings_say(string profile, string field, string proof)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("mail.eml"), $"Authentication-Results: {field}\nFrom: admin@demo-standard.example\nTo: support@msp.example\nSubject: Imprimante\n\nBonjour\n");
        var verb = await ProgramRun.VerbAsync(folder.Path, "explain mail.eml", ("SiOne__AuthenticationProfile", profile));
        Assert.Equal(proof, Assert.Single(verb.Json).GetProperty("message").GetProperty("authentication").GetString());
    }

    [Fact]
    public async Task A_finding_names_its_article_and_stops_the_clock()
    {
        var verb = await Verb.RunAsync(["explain", Path.Combine(Repository.DemoMails, "03-liste-distribution.eml")]);
        var request = Assert.Single(Assert.Single(verb.Json).GetProperty("requests").EnumerateArray());
        var finding = Assert.Single(request.GetProperty("findings").EnumerateArray());
        Assert.Equal(["code", "article", "text"], Names(finding));
        Assert.Equal(("14", "await-approval"), (finding.GetProperty("article").GetString(), request.GetProperty("verdict").GetString()));
        Assert.Equal(JsonValueKind.Null, request.GetProperty("dueAt").ValueKind);
    }

    [Fact]
    public async Task The_plan_is_printed_whatever_the_verdict_with_the_permission_that_each_step_takes()
    {
        var verb = await Verb.RunAsync(["explain", Path.Combine(Repository.DemoMails, "04-depart.eml"), Path.Combine(Repository.DemoMails, "05-ordinateur-panne.eml")]);
        var departure = Assert.Single(verb.Json[0].GetProperty("requests").EnumerateArray());
        Assert.NotEqual("accepted", departure.GetProperty("verdict").GetString());
        var plan = departure.GetProperty("plan").EnumerateArray().ToArray();
        Assert.All(plan, step => Assert.Equal(["step", "target", "permission", "before", "after", "reversible", "destructive"], Names(step)));
        Assert.Equal(
            ["set-sign-in", "revoke-sessions", "by-hand", "set-membership", "set-licences"], plan.Select(step => step.GetProperty("step").GetString()!));
        Assert.Equal(
            ["User.EnableDisableAccount.All", "User.RevokeSessions.All", null, "GroupMember.ReadWrite.All", "LicenseAssignment.ReadWrite.All"],
            plan.Select(step => step.GetProperty("permission").GetString()));
        Assert.All(plan, step => Assert.Equal(JsonValueKind.Null, step.GetProperty("before").ValueKind));
        Assert.Equal("blocked", plan[0].GetProperty("after").GetString());
        Assert.Equal([true, false, false, true, true], plan.Select(step => step.GetProperty("reversible").GetBoolean()));
        Assert.Empty(Assert.Single(verb.Json[1].GetProperty("requests").EnumerateArray()).GetProperty("plan").EnumerateArray());
    }

    [Fact]
    public async Task A_wipe_is_printed_as_what_destroys()
    {
        var verb = await Verb.RunAsync(["explain", Path.Combine(Repository.DemoMails, "06-telephone-vole.eml")]);
        var plan = Assert.Single(Assert.Single(verb.Json).GetProperty("requests").EnumerateArray()).GetProperty("plan").EnumerateArray();
        var destructive = Assert.Single(plan, step => step.GetProperty("destructive").GetBoolean());
        Assert.Equal(("wipe-device", false), (destructive.GetProperty("step").GetString(), destructive.GetProperty("reversible").GetBoolean()));
    }

    [Fact]
    public async Task Asked_why_it_names_the_sentences_and_features_that_decided()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("a.eml"), "From: admin@demo-standard.example\nTo: support@msp.example\nSubject: Imprimante\n\nBonjour,\nLe bureau est ouvert.\nL'imprimante du hall affiche un bourrage papier.\n");
        var line = Assert.Single((await Verb.RunAsync(["explain", folder.Path, "--why"])).Json);
        var best = line.GetProperty("why").EnumerateArray().First();
        Assert.Equal(["operation", "probability", "sentences", "features", "ruleScore"], Names(best));
        Assert.Equal("incident.print", best.GetProperty("operation").GetString());
        Assert.Equal("L'imprimante du hall affiche un bourrage papier", best.GetProperty("sentences").EnumerateArray().First().GetProperty("text").GetString());
        Assert.Contains(best.GetProperty("features").EnumerateArray(), feature => feature.GetProperty("weight").GetDouble() > 0);
    }

    [Fact]
    public async Task Folders_are_searched_through_in_ordinal_order_of_the_relative_path()
    {
        using var folder = new TempFolder();
        foreach (var name in (string[])["b.eml", "a/z.eml", "B.eml", "a/nested/deep.eml"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
            await File.WriteAllTextAsync(folder.File(name), TestMail.Of(name));
        }

        await File.WriteAllTextAsync(folder.File("notes.txt"), "no mail");
        var verb = await Verb.RunAsync(["explain", folder.Path]);
        Assert.Equal(["B.eml", "a/nested/deep.eml", "a/z.eml", "b.eml"], verb.Json.Select(line => line.GetProperty("file").GetString()));
        Assert.Equal(0, verb.ExitCode);
    }

    [Fact]
    public async Task What_is_no_mail_gets_a_line_with_an_error_and_the_run_goes_on()
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("a.eml"), [0, 1, 2, 255]);
        await File.WriteAllBytesAsync(folder.File("b.eml"), []);
        await File.WriteAllTextAsync(folder.File("c.eml"), TestMail.Of("Bonjour"));
        var verb = await Verb.RunAsync(["explain", folder.Path]);
        Assert.Equal(0, verb.ExitCode);
        var lines = verb.Json;
        Assert.Equal(3, lines.Length);
        Assert.All(lines[..2], line => Assert.NotEqual(JsonValueKind.Null, line.GetProperty("error").ValueKind));
        Assert.Equal(JsonValueKind.Null, lines[2].GetProperty("error").ValueKind);
    }

    [Fact]
    public async Task An_encrypted_mail_is_said_to_be_and_left_to_a_technician()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("a.eml"), """
            From: admin@demo-standard.example
            To: support@msp.example
            Subject: Départ de Paul Durand
            Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m
            Content-Transfer-Encoding: base64

            MIAGCSqGSIb3DQEHA6CA
            """);
        var line = Assert.Single((await Verb.RunAsync(["explain", folder.Path])).Json);
        Assert.Equal(["encrypted"], line.GetProperty("message").GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()));
        Assert.Equal(0, line.GetProperty("message").GetProperty("attachments").GetArrayLength());
        Assert.True(Assert.Single(line.GetProperty("requests").EnumerateArray()).GetProperty("abstained").GetBoolean());
    }

    [Fact]
    public async Task Customers_can_be_given_as_a_file_or_a_folder()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("atelier.json"), """
            { "name": "Atelier Fabulet", "level": "Standard", "services": ["Messaging"], "domains": ["client.example"],
              "people": [{ "name": "Léa Inventée", "addresses": ["lea@client.example"], "role": "administrator" }] }
            """);
        await File.WriteAllTextAsync(folder.File("a.eml"), TestMail.Of("Boîte"));
        foreach (var customers in (string[])[folder.Path, folder.File("atelier.json")])
        {
            var verb = await Verb.RunAsync(["explain", folder.File("a.eml"), "--customers", customers]);
            var sender = Assert.Single(verb.Json).GetProperty("sender");
            Assert.Equal(("atelier", "administrator"), (sender.GetProperty("customer").GetString(), sender.GetProperty("role").GetString()));
        }
    }

    [Fact]
    public async Task Mistakes_in_customer_files_are_told_and_nothing_is_explained()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("x.json"), """{ "name": "X", "level": "Or" }""");
        var verb = await Verb.RunAsync(["explain", Repository.DemoMails, "--customers", folder.Path]);
        Assert.Equal(78, verb.ExitCode);
        Assert.Empty(verb.Output);
        Assert.Contains("level", verb.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_has_no_role_and_an_automatic_answer_no_request()
    {
        var lines = (await Verb.RunAsync(["explain", Path.Combine(Repository.DemoMails, "12-inconnu.eml"), Path.Combine(Repository.DemoMails, "13-absence.eml")])).Json;
        Assert.Equal(JsonValueKind.Null, lines[0].GetProperty("sender").GetProperty("role").ValueKind);
        Assert.Equal("auto-reply", lines[1].GetProperty("message").GetProperty("kind").GetString());
        Assert.Empty(lines[1].GetProperty("requests").EnumerateArray());
    }

    [Fact]
    public async Task Real_mails_of_the_world_give_one_line_each()
    {
        var corpus = Path.Combine(Repository.Root, "..", "shared", "mailcorpus", "files");
        if (!Directory.Exists(corpus))
        {
            output.WriteLine("SKIPPED: there is no folder shared/mailcorpus beside the repository; nothing was measured.");
            return;
        }

        var files = Directory.GetFiles(corpus, "*.eml", SearchOption.AllDirectories).Length;
        var watch = Stopwatch.StartNew();
        var verb = await Verb.RunAsync(["explain", corpus]);
        var errors = verb.Json.Count(line => line.GetProperty("error").ValueKind is not JsonValueKind.Null);
        output.WriteLine($"{files} mails, {errors} with an error, {watch.ElapsedMilliseconds} ms");
        Assert.Equal((0, files, ""), (verb.ExitCode, verb.Lines.Length, verb.Error));
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(field => field.Name)];
}
