using SiOne.Bot.Host.Tests.Api;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.SignIn;

/// <summary>A live host whose technicians sign in at a provider of the test's.</summary>
internal sealed class EntraSite : IAsyncDisposable
{
    private readonly TempFolder _folder;

    private EntraSite(TempFolder folder, FakeEntra entra, TestHost host, string? outside)
    {
        _folder = folder;
        Entra = entra;
        Host = host;
        Browser = new PageBrowser(host.Client.BaseAddress!, outside);
        entra.RedirectUris.Add(outside is null ? new Uri(Browser.Address, "signin/callback").AbsoluteUri : $"https://{outside}/signin/callback");
    }

    public FakeEntra Entra { get; }

    public TestHost Host { get; }

    public PageBrowser Browser { get; }

    public static async Task<EntraSite> StartAsync(string? outside = null, params (string Key, string Value)[] more)
    {
        var (folder, entra) = (new TempFolder(), await FakeEntra.StartAsync());
        (string, string)[] signIn =
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("SiOne__SignIn__TenantId", FakeEntra.Tenant), ("SiOne__SignIn__ClientId", FakeEntra.ClientId),
            ("SiOne__SignIn__ClientSecret", FakeEntra.Secret), ("SiOne__SignIn__Authority", entra.Issuer), ($"SiOne__SignIn__Technicians__{FakeEntra.Lead}", "Lead"),
        ];
        if (outside is not null) signIn = [.. signIn, ("SiOne__SignIn__PublicUrl", $"https://{outside}")];
        return new EntraSite(folder, entra, await TestHost.StartAsync(folder, [.. signIn, .. more]), outside);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Host.DisposeAsync();
        await Entra.DisposeAsync();
        _folder.Dispose();
    }
}
