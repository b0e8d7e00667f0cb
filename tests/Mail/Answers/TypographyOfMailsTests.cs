using System.Net;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Tests.Answers;

/// <summary>Reads the approved files, as a proof-reader would.</summary>
public sealed class TypographyOfMailsTests
{
    private const string SubjectField = "Subject: ";

    private static readonly Regex Style = Of("<style>[^<]*</style>");
    private static readonly Regex Tag = Of("<[^>]*>");

    /// <summary>What no French line may hold, and what a fault is called.</summary>
    private static readonly (Regex Fault, string Name)[] French =
    [
        (Of(@" [:;!?»]|« "), "a space that breaks"),
        (Of(@"[\p{L}\p{N})][;!?»]|«[\p{L}\p{N}]|\p{L}:(\s|$)"), "no space"),
        (Of(@"\u00A0[;!?]|\u202F:"), "the wrong no-break space"),
        (Of(@"(^|[.!?…»:] |\n|- )A [\p{L}]"), "À without its accent"),
        (Of(@"(^|[^\p{L}])(Etat|Etats|Equipe|Element|Echeance|Ecole|Edit|Ca|Etes)[^\p{L}]"), "a capital without its accent"),
        (Of(@"[^ \n]  +[^ ]"), "two spaces"),
        (Of(@"\.\.\."), "three full stops"),
        (Of(@"\d [h%]( |\.|,|$)"), "a number that leaves its unit"),
    ];

    public static TheoryData<string> FrenchFiles => [.. Approval.Files().Where(file => !file.Contains(".en.", StringComparison.Ordinal))];

    public static TheoryData<string> EnglishFiles => [.. Approval.Files().Where(file => file.Contains(".en.", StringComparison.Ordinal))];

    public static TheoryData<string> CustomerFiles => [.. Approval.Files().Where(file => !file.StartsWith("alert-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(FrenchFiles))]
    public void French_is_set_as_a_printer_sets_it(string file)
    {
        var text = Read(file);
        // A name is spelt as its owner spells it.
        Assert.DoesNotContain('\'', text.Replace("d'Orval", "", StringComparison.Ordinal));
        Assert.DoesNotContain('"', text);
        Assert.All(French, rule => Assert.False(rule.Fault.IsMatch(text), $"{rule.Name}: {rule.Fault.Match(text).Value}"));
    }

    [Theory]
    [MemberData(nameof(EnglishFiles))]
    public void English_has_no_space_before_its_punctuation(string file)
    {
        if (NoticeSamples.All.TryGetValue(file[..file.IndexOf('.', StringComparison.Ordinal)], out var notice) && notice.Said is not null)
            return; // A technician may write French to somebody who reads English.
        var text = Read(file);
        Assert.DoesNotMatch(@"\s[:;!?]", text);
        Assert.DoesNotContain("...", text, StringComparison.Ordinal);
        Assert.DoesNotContain('«', text);
    }

    [Theory]
    [MemberData(nameof(CustomerFiles))]
    public void No_customer_reads_a_word_of_the_machine(string file)
    {
        var text = Read(file);
        Assert.All(
            ["Reading", "verdict", "inclus", "included", "hypothèse", "{", "}", "AwaitDetails", "null", "True", "False"],
            word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch("[a-z]+-(required|unproven|contract|terminated|suspended|soon|party|hours|person|mailbox|account|point)\\b", text);
        Assert.DoesNotMatch(@"\b(mailbox|licence|restore|phone|incident|other)\.[a-z]", text);
    }

    [Fact]
    public void The_rules_find_the_faults_that_they_are_for() => Assert.All(
        ["Attention : ici", "Quoi?", "A savoir", "l'Etat actuel", "deux  mots", "oui...", "« oui »", "48 h", "mot: oui", "vrai\u00A0?"],
        fault => Assert.Contains(French, rule => rule.Fault.IsMatch(fault)));

    private static string Read(string file)
    {
        var text = Approval.Read(file);
        if (text.StartsWith(SubjectField, StringComparison.Ordinal)) text = text[SubjectField.Length..];
        if (file.EndsWith(".html", StringComparison.Ordinal))
            text = string.Join('\n', WebUtility.HtmlDecode(Tag.Replace(Style.Replace(text, ""), "")).Split('\n').Select(line => line.Trim(' ')));
        return text;
    }

    private static Regex Of(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline);
}
