using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.State;

/// <summary>Everything that a tenant holds at one moment. Guarded by its tenant's lock.</summary>
internal sealed class TenantState
{
    private readonly Dictionary<string, Dictionary<string, GraphObject>> _sets = new(StringComparer.Ordinal);

    /// <summary>Objects that were deleted and can be restored for 30 days.</summary>
    public Dictionary<string, GraphObject> Deleted { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All objects of that type, in the order in which they came.</summary>
    public IReadOnlyCollection<GraphObject> All(string type) => SetOf(type).Values;

    /// <summary>That object, or null.</summary>
    public GraphObject? Find(string type, string id) => SetOf(type).GetValueOrDefault(id);

    /// <summary>That object.</summary>
    /// <exception cref="GraphRefusalException">There is none.</exception>
    public GraphObject Get(string type, string id) => Find(type, id) ?? throw GraphRefusalException.NotFound(id);

    /// <summary>That user, by id or user principal name.</summary>
    /// <exception cref="GraphRefusalException">There is none.</exception>
    public GraphObject User(string key) => Find("user", key) ?? ByName(key) ?? throw GraphRefusalException.NotFound(key);

    /// <summary>Whatever can be a member of something.</summary>
    public GraphObject? Principal(string id) => Find("user", id) ?? Find("group", id) ?? Find("servicePrincipal", id) ?? Find("directoryRole", id);

    /// <summary>The user with that principal name, or null.</summary>
    public GraphObject? ByName(string name) => All("user").FirstOrDefault(user => string.Equals(user.Text("userPrincipalName"), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds it.</summary>
    public GraphObject Add(GraphObject added)
    {
        SetOf(added.Type).Add(added.Id, added);
        return added;
    }

    /// <summary>Takes it away.</summary>
    public void Remove(GraphObject removed) => SetOf(removed.Type).Remove(removed.Id);

    /// <summary>The groups and roles of which that object is a member: itself, or through groups too.</summary>
    public IEnumerable<GraphObject> MemberOf(string id, bool isTransitive)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<string>([id]);
        while (open.TryDequeue(out var next))
        {
            foreach (var holder in All("group").Concat(All("directoryRole")).Where(holder => holder.LinksOf("members").Contains(next, StringComparer.OrdinalIgnoreCase)))
            {
                if (!seen.Add(holder.Id)) continue;
                yield return holder;
                if (isTransitive) open.Enqueue(holder.Id);
            }
        }
    }

    /// <summary>Another one that shares nothing with this.</summary>
    public TenantState Clone()
    {
        var copy = new TenantState();
        foreach (var held in _sets.Values.SelectMany(set => set.Values)) copy.Add(held.Clone());
        foreach (var (id, held) in Deleted) copy.Deleted[id] = held.Clone();
        return copy;
    }

    private Dictionary<string, GraphObject> SetOf(string type) =>
        _sets.TryGetValue(type, out var set) ? set : _sets[type] = new Dictionary<string, GraphObject>(StringComparer.OrdinalIgnoreCase);
}
