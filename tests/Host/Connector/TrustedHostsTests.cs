using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Tests.Connector;

public sealed class TrustedHostsTests
{
    private static readonly TrustedHosts Service = TrustedHosts.Parse("smba.trafficmanager.net, smba.infra.gcc.teams.microsoft.com", loopback: false, wildcards: false)!;
    private static readonly TrustedHosts Files = TrustedHosts.Parse("*.sharepoint.com", loopback: false, wildcards: true)!;

    /// <summary>Addresses off the list: {host} stands for a trusted authority, {evil} for an attacker's.</summary>
    public static TheoryData<string> Untrusted =>
    [
        "", " ", "/", "emea/", "//{host}/", "{host}", "http:", "https:", "https:///", "http:///{host}/", "http:\\\\{host}\\", "http:/{host}/", "{evil-url}",
        "http://{evil}/", "https://{evil}/", "ftp://{host}/", "file:///{host}", "javascript:{host}", "data:text/plain,{host}", "ws://{host}/", "http://{host}@{evil}/",
        "http://teams@{host}/", "http://teams:password@{host}/", "http://@{host}/", "http://{evil}#@{host}/", "http://{evil}?@{host}/", "http://{evil}\\@{host}/",
        "http://{evil}/{host}/", "http://{host}.evil.example/", "http://{host}evil.example/", "http://evil-{host}/", "http://{host}:1/", "http://{host}1/", "http://{host}:/",
        "http://{host}./", "http://{host}%2f@{evil}/", "http://{host}%00.evil.example/", "http://{host}\\.evil.example/", "http://{host};.evil.example/",
        "http://{host},{evil}/", "http://{host}&x={evil}", "http://{host}?x", "http://{host}#x", "http://{host}/?x", "http://{host}/#x", "http://{host}/..//{evil}",
        "http://{host}/../x", "http://{host}/%2e%2e/", "http://{host}/a b/", "http://{host}/\r\nHost: evil.example", "http://{host}/\t", "\thttp://{host}/", " http://{host}/",
        "http://{host} /", "http://{host}/é", "http://ｓmba.trafficmanager.net/", "https://smba.trafficmanager.net/", "https://smba。trafficmanager。net/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://localhost/", "http://127.1/", "http://0x7f000001/", "http://2130706433/", "http://017700000001/", "http://169.254.169.254/",
        "http://xn--smba-trafficmanager-net/", "http://trafficmanager.net/", "https://evil.trafficmanager.net/", "https://api.botframework.com/",
    ];

    public static string Filled(string template, string trusted, Uri evil) => template
        .Replace("{host}", new Uri(trusted).Authority, StringComparison.Ordinal)
        .Replace("{evil-url}", evil.AbsoluteUri, StringComparison.Ordinal)
        .Replace("{evil}", evil.Authority, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.trafficmanager.net/fr/5e7ec4a1-0000-4000-8000-000000000001/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc")]
    public void Addresses_of_the_list_are_trusted(string address) => Assert.Equal(new Uri(address), Service.Service(address));

    [Theory]
    [InlineData(null)]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:443/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evil.example@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net\\@evil.example/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/../x")]
    [InlineData("https://smba%2Etrafficmanager.net/")]
    [InlineData("https://ѕmba.trafficmanager.net/")]
    [InlineData("https://127.0.0.1/")]
    public void Others_are_not(string? address) => Assert.Null(Service.Service(address));

    [Theory]
    [MemberData(nameof(Untrusted))]
    public void Nor_is_any_trick(string template) =>
        Assert.Null(Service.Service(Filled(template, "http://smba.trafficmanager.net", new Uri("http://evil.example")) is var address
            && address is "https://smba.trafficmanager.net/" ? null : address));

    [Theory]
    [InlineData("https://contoso.sharepoint.com/sites/x/_layouts/15/download.aspx?UniqueId=1&tempauth=a.b.c", true)]
    [InlineData("https://contoso-my.sharepoint.com/personal/a_b/file.docx", true)]
    [InlineData("https://sharepoint.com/x", false)]
    [InlineData("https://.sharepoint.com/x", false)]
    [InlineData("https://evilsharepoint.com/x", false)]
    [InlineData("https://contoso.sharepoint.com.evil.example/x", false)]
    [InlineData("https://contoso.sharepoint.com:8443/x", false)]
    [InlineData("https://contoso.sharepoint.com@evil.example/x", false)]
    [InlineData("https://evil.example/?x=.sharepoint.com", false)]
    [InlineData("https://evil.example?x=.sharepoint.com", false)]
    [InlineData("https://evil.example#.sharepoint.com", false)]
    [InlineData("https://evil.example\\.sharepoint.com/x", false)]
    [InlineData("http://contoso.sharepoint.com/x", false)]
    [InlineData("https://évil.sharepoint.com/x", false)]
    [InlineData("https://-.sharepoint.com/x", false)]
    public void Files_lie_below_a_name(string address, bool trusted) => Assert.Equal(trusted, Files.Resource(address) is not null);

    [Theory]
    [InlineData("", false)]
    [InlineData("localhost", false)]
    [InlineData("https://smba.trafficmanager.net", false)]
    [InlineData("smba.trafficmanager.net/emea", false)]
    [InlineData("*.trafficmanager.net", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("http://127.0.0.1:5000", false)]
    [InlineData("smba..net", false)]
    [InlineData("smba.trafficmanager.net,", true)]
    public void A_list_is_of_exact_names(string list, bool usable) => Assert.Equal(usable, TrustedHosts.Parse(list, loopback: false, wildcards: false) is not null);

    [Theory]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("https://localhost:5000/", true)]
    [InlineData("http://192.168.1.1:5000", false)]
    [InlineData("http://127.0.0.1:5000/path", false)]
    [InlineData("http://evil@127.0.0.1:5000", false)]
    public void In_development_this_machine_may_be_named(string entry, bool usable) =>
        Assert.Equal(usable, TrustedHosts.Parse(entry, loopback: true, wildcards: false) is not null);
}
