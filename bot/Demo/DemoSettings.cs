using SiOne.Bot.Host.Settings;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Host.Demo;

/// <summary>What the demo runs on: three invented customers, a folder mailbox and an out folder, all on this machine.</summary>
public static class DemoSettings
{
    /// <summary>The support address of the demo.</summary>
    public const string SupportAddress = "support@msp.example";

    /// <summary>The server whose Authentication-Results the demo's mails carry.</summary>
    public const string AuthservId = "mx.msp.example";

    /// <summary>The invented customers.</summary>
    public static string CustomersFolder => Path.Combine(AppContext.BaseDirectory, "Demo", "Customers");

    /// <summary>The mails taken in at start.</summary>
    public static string MailsFolder => Path.Combine(AppContext.BaseDirectory, "Demo", "Mails");

    /// <summary>Fills in what nobody configured. Answers leave at once, into the out folder, unless observe-only was asked for.</summary>
    public static void Fill(SiOneOptions host, bool observeOnlyIsSet)
    {
        host.SupportAddress = SupportAddress;
        host.TechnicianAddress ??= "technique@msp.example";
        host.DataProtection.Address ??= "dpo@msp.example";
        host.DataProtection.Officer ??= "Délégué de démonstration";
        host.Customers = CustomersFolder;
        host.MailFolder = Path.Combine(host.DataFolder, "mailbox");
        host.OutFolder = Path.Combine(host.DataFolder, "out");
        if (AuthenticationProfiles.Of(host.AuthenticationProfile) is AuthenticationProfile.Rfc8601) host.TrustedAuthservId ??= AuthservId;
        host.Caps.AnswersPerSenderPerHour = Math.Max(host.Caps.AnswersPerSenderPerHour, 200); // Whoever tries the form writes often.
        host.Caps.AnswersPerHour = Math.Max(host.Caps.AnswersPerHour, 2_000);
        host.Caps.AnswersPerCustomerPerHour = Math.Max(host.Caps.AnswersPerCustomerPerHour, 200);
        if (!observeOnlyIsSet) host.ObserveOnly = false;
    }
}
