namespace SiOne.Bot.Cards.Tests;

/// <summary>What somebody might write to make a card say or do something else.</summary>
internal static class Payloads
{
    public static IReadOnlyList<string> All { get; } =
    [
        "[Approuver](https://evil.example)", "[Approuver]( https://evil.example )", "[Approuver](<https://evil.example>)", "[Approuver](https://evil.example \"titre\")",
        "![image](https://evil.example/x.png)", "[a][b]\n\n[b]: https://evil.example", "[a]: https://evil.example\n\n[a]", "[a]\n\n[a]:\nhttps://evil.example",
        "<https://evil.example>", "<mailto:a@evil.example>", "https://evil.example/approuver", "http://127.0.0.1:80/", "www.evil.example", "evil.example/x", "//evil.example",
        "ftp://evil.example", "javascript:alert(1)", "[x](javascript:alert(1))", "data:text/html,<script>alert(1)</script>", "msteams://x", "tel:+33241000000", "a@evil.example",
        "<a href=\"https://evil.example\">Approuver</a>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<at>Tous</at>", "<at id=\"0\">Tous</at>", "&lt;at&gt;Tous&lt;/at&gt;",
        "@everyone", "${reference}", "${if(true, 'oui', 'non')}", "$${a}", "${{a}}", "{{DATE(2026-11-24T14:10:00Z,SHORT)}}", "{{TIME(2026-11-24T14:10:00Z)}}", "{{{DATE(2026-11-24T14:10:00Z)}}}",
        "**important**", "__important__", "*a* _b_ ***c***", "~~barré~~", "`code`", "```\ncode\n```", "    code", "# Titre", "###### Titre", "Titre\n=====", "Titre\n-----", "---", "***",
        "- un\n- deux", "+ un", "* un", "1. un\n2. deux", "1) un", "12345678. un", "> citation", "| a | b |\n|---|---|\n| c | d |", "\\[a](https://evil.example)", "\\\\[a](https://evil.example)",
        "a\\", "a  \nb", "\u202Egro.live\u202C", "a\u0000b\u0007c", "\u2028[a](https://evil.example)", "[a]\u2060(https://evil.example)", "\uD83D\uDE00\uD83D\uDE00", "\uD83D", "\uFF3Ba\uFF3D(https://evil.example)",
        "https\uFF1A//evil\u3002example", "\"},{\"type\":\"Action.OpenUrl\",\"url\":\"https://evil.example\"", "</script><script>", "<!--", "[[a](https://evil.example)](https://evil.example)",
    ];
}
