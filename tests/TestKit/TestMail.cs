using System.Text;

namespace SiOne.Bot.TestKit;

/// <summary>Small mails of invented people, with CRLF line ends.</summary>
public static class TestMail
{
    /// <summary>A plain French mail.</summary>
    public static string Of(string subject, string text = "Bonjour,\n\nMerci de créer une boîte pour Zoé Fabulet.\n", string from = "lea@client.example") =>
        $"""
        From: Léa Inventée <{from}>
        To: support@msp.example
        Subject: {subject}
        Date: Mon, 23 Nov 2026 09:12:00 +0100
        Message-ID: <{Guid.NewGuid():N}@client.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        {text}
        """.ReplaceLineEndings("\r\n").Replace("Léa Inventée", "=?utf-8?Q?L=C3=A9a_Invent=C3=A9e?=", StringComparison.Ordinal) + "\r\n";

    /// <summary>The same as bytes.</summary>
    public static byte[] Bytes(string subject, string text = "Bonjour,\n\nMerci de créer une boîte pour Zoé Fabulet.\n") =>
        Encoding.UTF8.GetBytes(Of(subject, text));
}
