using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Routes;
using SiOne.Bot.TestGraph.SignIn;
using SiOne.Bot.TestGraph.State;

namespace SiOne.Bot.TestGraph;

/// <summary>A customer's tenant: what it holds, which apps it trusts, how it behaves.</summary>
public sealed partial class GraphTenant
{
    /// <summary>The application id of Microsoft Graph itself, the same everywhere.</summary>
    public const string GraphAppId = "00000003-0000-0000-c000-000000000000";

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly GraphApp _app;
    private readonly TenantState _state = new();
    private readonly LateReads _late = new();
    private readonly Dictionary<string, HashSet<string>> _permissions = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _withdrawn = new(StringComparer.OrdinalIgnoreCase);

    internal GraphTenant(Guid id, string displayName, IReadOnlyList<string> domains, GraphApp app, TimeProvider clock)
    {
        Id = id.ToString();
        _clock = clock;
        _app = app;
        AddOrganization(displayName, domains);
    }

    /// <summary>The tenant's id.</summary>
    public string Id { get; }

    /// <summary>Whether its policy allows temporary access passes. On unless set.</summary>
    public bool AllowsAccessPasses { get; set; } = true;

    /// <summary>Intune's approval by a second administrator.</summary>
    public Approvals Approvals { get; } = new();

    /// <summary>While set, every call of this tenant is answered with 429 and this wait.</summary>
    public TimeSpan? Throttled { get; set; }

    /// <summary>The server's own app may do this here, from its next token on. Gives consent where there was none.</summary>
    public void Grant(params string[] permissions) => Grant(_app, permissions);

    /// <summary>That app may do this here, from its next token on. Gives consent where there was none.</summary>
    public void Grant(GraphApp app, params string[] permissions)
    {
        lock (_gate)
        {
            _withdrawn.Remove(app.ClientId);
            var principal = Principals.Ensure(_state, app.ClientId, app.DisplayName);
            var granted = _permissions.TryGetValue(app.ClientId, out var before) ? before : _permissions[app.ClientId] = new HashSet<string>(StringComparer.Ordinal);
            foreach (var permission in permissions.Where(granted.Add)) Principals.Assign(_state, principal, permission, _clock.GetUtcNow());
        }
    }

    /// <summary>That app may no longer do this, from its next token on.</summary>
    public void Revoke(GraphApp app, string permission)
    {
        lock (_gate)
        {
            if (!_permissions[app.ClientId].Remove(permission)) throw new InvalidOperationException($"{permission} was not granted.");
            Principals.Unassign(_state, app.ClientId, permission);
        }
    }

    /// <summary>The customer takes its consent back: no new token, and those given are refused.</summary>
    public void WithdrawConsent(GraphApp? app = null)
    {
        lock (_gate) _withdrawn.Add((app ?? _app).ClientId);
    }

    /// <summary>That object as it truly is now, as a copy; null if there is none. A user is found by principal name, too.</summary>
    public GraphObject? Find(string type, string key)
    {
        lock (_gate) return (_state.Find(type, key) ?? (type == "user" ? _state.ByName(key) : null))?.Clone();
    }

    /// <summary>Every object of that type as it truly is now, as copies.</summary>
    public IReadOnlyList<GraphObject> All(string type)
    {
        lock (_gate) return [.. _state.All(type).Select(item => item.Clone())];
    }

    /// <summary>Whether that is the user's password.</summary>
    public bool IsPassword(string user, string password) => Find("user", user)?.Text("_password") == UserChanges.HashOf(password);

    /// <summary>Changes an object behind Graph's back, as an administrator does in a portal: what a plan was made for is no longer so.</summary>
    public void Change(string type, string key, Action<JsonObject> change)
    {
        lock (_gate)
        {
            var item = _state.Find(type, key) ?? _state.User(key);
            change(item.Values);
            if (item.Type == "user") Licensing.Refresh(_state, item);
        }
    }

    /// <summary>The device has done (<c>done</c>), failed (<c>failed</c>) or otherwise ended what it was told.</summary>
    public void EndAction(GraphObject device, string action, string state = "done")
    {
        lock (_gate)
        {
            var held = _state.Get("managedDevice", device.Id);
            Devices.Note(held, action, state, _clock.GetUtcNow());
            // A phone that was wiped or retired is managed no more.
            if (state == "done" && action is "wipe" or "retire") _state.Remove(held);
        }
    }

    internal string? PrincipalOf(GraphApp app) => PrincipalOf(app.ClientId);

    internal string? PrincipalOf(string clientId)
    {
        lock (_gate) return _withdrawn.Contains(clientId) ? null : Principals.Find(_state, clientId)?.Id;
    }

    internal IReadOnlyList<string> PermissionsOf(GraphApp app)
    {
        lock (_gate) return [.. _permissions[app.ClientId]];
    }
}
