namespace SiOne.Bot.Engine.Customers;

/// <summary>From when to when each file holds: a version ends where the customer's next begins.</summary>
internal sealed class FilePeriods
{
    private readonly Dictionary<CustomerFileName, (DateOnly From, DateOnly Until)> _periods = new(ReferenceEqualityComparer.Instance);

    /// <summary>The periods of these files.</summary>
    public FilePeriods(IReadOnlyCollection<CustomerFileName> files)
    {
        foreach (var versions in files.GroupBy(file => file.Id, StringComparer.OrdinalIgnoreCase))
        {
            var until = DateOnly.MaxValue;
            foreach (var same in versions.GroupBy(file => file.ValidFrom ?? DateOnly.MinValue).OrderByDescending(same => same.Key))
            {
                foreach (var file in same) _periods[file] = (same.Key, until);
                until = same.Key;
            }
        }
    }

    /// <summary>Whether there is a day on which both hold.</summary>
    public bool Overlap(CustomerFileName left, CustomerFileName right)
    {
        var (a, b) = (_periods[left], _periods[right]);
        return a.From < b.Until && b.From < a.Until;
    }

    /// <summary>Names that only case tells apart: two ids of one spelling, or two versions of one day, are one file on another machine.</summary>
    public static IEnumerable<CustomerMistake> Twins(IEnumerable<CustomerFileName> files) =>
        from versions in files.Where(file => file.Mistake is null).GroupBy(file => file.Id, StringComparer.OrdinalIgnoreCase)
        from pair in versions.Select((file, at) => (file, Twin: versions.Take(at).FirstOrDefault(first => first.Id != file.Id || first.ValidFrom == file.ValidFrom)))
        where pair.Twin is not null
        select new CustomerMistake(pair.file.File, "", $"a file name of its own whatever the case of its letters, but {pair.Twin.File} has the same");
}
