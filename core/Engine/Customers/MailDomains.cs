using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Mail domains in one comparable form, and those that belong to no customer.</summary>
public static class MailDomains
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    /// <summary>Providers whose domains many people share: an address there says nothing about a company.</summary>
    private static readonly FrozenSet<string> Shared = new[]
    {
        // France
        "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "neuf.fr", "cegetel.net", "club-internet.fr", "9online.fr", "9business.fr",
        "numericable.fr", "numericable.com", "noos.fr", "bbox.fr", "laposte.net", "aliceadsl.fr", "alice.fr", "libertysurf.fr", "voila.fr",
        "tele2.fr", "nordnet.fr", "dartybox.com", "ozone.net", "mailo.com", "mailo.fr", "net-c.com", "net-c.fr", "netcourrier.com",
        "infonie.fr", "freesbee.fr", "online.fr", "caramail.com", "caramail.fr", "wibox.fr", "k-net.fr", "sosh.fr", "zaclys.net",
        // Microsoft, Google, Apple, Yahoo, AOL
        "outlook.com", "outlook.fr", "hotmail.com", "hotmail.fr", "hotmail.be", "hotmail.co.uk", "live.com", "live.fr", "live.be", "msn.com",
        "passport.com", "windowslive.com", "onmicrosoft.com", "gmail.com", "googlemail.com", "icloud.com", "me.com", "mac.com",
        "yahoo.com", "yahoo.fr", "yahoo.co.uk", "yahoo.de", "yahoo.es", "yahoo.it", "ymail.com", "rocketmail.com", "myyahoo.com", "aol.com",
        "aol.fr", "verizon.net",
        // Elsewhere
        "gmx.com", "gmx.fr", "gmx.net", "gmx.de", "gmx.ch", "gmx.at", "web.de", "mail.com", "t-online.de", "freenet.de", "bluewin.ch",
        "hispeed.ch", "skynet.be", "telenet.be", "proximus.be", "voo.be", "libero.it", "virgilio.it", "tiscali.it", "tin.it", "alice.it",
        "telefonica.net", "sapo.pt", "btinternet.com", "comcast.net", "att.net", "mail.ru", "bk.ru", "inbox.ru", "list.ru", "yandex.com",
        "yandex.ru", "qq.com", "163.com", "126.com", "proton.me", "protonmail.com", "pm.me", "tutanota.com", "tuta.io", "tuta.com",
        "fastmail.com", "fastmail.fm", "zoho.com", "zohomail.com", "zohomail.eu", "hushmail.com", "posteo.de", "posteo.net", "mailbox.org",
        "riseup.net", "duck.com", "hey.com", "mozmail.com", "mailfence.com", "yopmail.com", "yopmail.fr", "mailinator.com",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The domain as DNS knows it: ASCII (IDNA), lower case, no final dot. Null when it is no mail domain.</summary>
    public static string? Canonical(string domain)
    {
        var bare = domain.EndsWith('.') ? domain[..^1] : domain;
        if (bare.Length is 0 or > 253) return null;
        try
        {
            var ascii = Idn.GetAscii(bare).ToLowerInvariant();
            // What IDNA maps away or to something else (zero-width and full-width characters) is another spelling, which nobody types: no domain.
            if (!Ascii.IsValid(bare) && !string.Equals(Idn.GetUnicode(ascii), bare.Normalize().ToLowerInvariant(), StringComparison.Ordinal)) return null;
            // One label is a host name; a number at the end is an IP address.
            return ascii.Contains('.', StringComparison.Ordinal) && !char.IsAsciiDigit(ascii[ascii.LastIndexOf('.') + 1]) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether many people share that domain, given in its canonical form.</summary>
    public static bool IsShared(string canonical) => Shared.Contains(canonical);

    /// <summary>An address in one comparable form; null when its domain is none. <c>a+b@</c> is another address than <c>a@</c>.</summary>
    internal static string? Canonical(MailAddress address)
    {
        if (Canonical(address.Domain) is not { } domain) return null;
        var local = address.Value[..address.Value.LastIndexOf('@')];
        return $"{local.ToLowerInvariant()}@{domain}";
    }
}
