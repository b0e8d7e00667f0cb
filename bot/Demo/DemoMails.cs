namespace SiOne.Bot.Host.Demo;

/// <summary>The shipped French mails that the demo takes in at start.</summary>
internal static class DemoMails
{
    /// <summary>Drops them into the folder mailbox. The same content is the same message, so a second start takes none in again.</summary>
    public static void PlaceIn(string mailFolder)
    {
        Directory.CreateDirectory(mailFolder);
        foreach (var path in Directory.EnumerateFiles(DemoSettings.MailsFolder, "*.eml").Order(StringComparer.Ordinal))
        {
            var target = Path.Combine(mailFolder, Path.GetFileName(path));
            if (!File.Exists(Path.Combine(mailFolder, "taken", Path.GetFileName(path)))) File.Copy(path, target, overwrite: true);
        }
    }
}
