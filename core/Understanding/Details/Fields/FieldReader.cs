using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details.Fields;

/// <summary>The named things that an operation is about: a phone's model, files and folders, lists, teams, sites, licences.</summary>
internal static class FieldReader
{
    private const int MaxValues = 5;

    private static readonly FrozenDictionary<Operation, ImmutableArray<FieldKind>> Kinds = new Dictionary<Operation, ImmutableArray<FieldKind>>
    {
        [PhoneOperations.Lost] = [FieldKind.Phone],
        [PhoneOperations.Prepare] = [FieldKind.Phone],
        [PhoneOperations.Return] = [FieldKind.Phone],
        [PhoneOperations.Fault] = [FieldKind.Phone],
        [PhoneOperations.Repair] = [FieldKind.Phone],
        [PhoneOperations.Settings] = [FieldKind.Phone],
        [PhoneOperations.Help] = [FieldKind.Phone],
        [RestoreOperations.File] = [FieldKind.Path, FieldKind.Site, FieldKind.Team],
        [RestoreOperations.Mailbox] = [FieldKind.Path],
        [RestoreOperations.Site] = [FieldKind.Site, FieldKind.Team],
        [RestoreOperations.Plan] = [FieldKind.Path, FieldKind.Site],
        [LicenceOperations.Sharepoint] = [FieldKind.Path, FieldKind.Site],
        [LicenceOperations.Teams] = [FieldKind.Team],
        [LicenceOperations.Arrival] = [FieldKind.Team, FieldKind.List, FieldKind.Site, FieldKind.Licence],
        [LicenceOperations.Assign] = [FieldKind.Licence],
        [LicenceOperations.Release] = [FieldKind.Licence],
        [LicenceOperations.Purchase] = [FieldKind.Licence],
        [LicenceOperations.Install] = [FieldKind.Licence],
        [OtherOperations.Quote] = [FieldKind.Licence],
        [MailboxOperations.List] = [FieldKind.List],
        [IncidentOperations.Software] = [FieldKind.Path],
        [IncidentOperations.Network] = [FieldKind.Path],
    }.ToFrozenDictionary();

    /// <summary>The fields of one request; a kind of which the text names nothing has none.</summary>
    /// <param name="body">The request's text.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="place">Where it stands; null: all of the text is about it.</param>
    public static IEnumerable<KeyValuePair<string, string>> Read(TokenizedText body, Operation operation, RequestPlace? place)
    {
        if (!Kinds.TryGetValue(operation, out var kinds)) yield break;
        foreach (var kind in kinds)
        {
            var found = Find(body, kind).Where(named => place?.IsOthers(named.Token) is not true).ToList();
            // What stands in the request's own words is meant; else whatever the rest of the message names.
            if (place is not null && found.Exists(named => place.IsOwn(named.Token))) found.RemoveAll(named => !place.IsOwn(named.Token));
            var values = found.Select(named => FieldValues.Clean(named.Text)).Where(value => value.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxValues).ToArray();
            if (values.Length > 0) yield return KeyValuePair.Create(NameOf(kind), string.Join(FieldNames.Separator, values));
        }
    }

    private static IEnumerable<NamedThing> Find(TokenizedText body, FieldKind kind) => kind switch
    {
        FieldKind.Phone => FieldPatterns.Phones(body),
        FieldKind.Licence => FieldPatterns.Licences(body),
        FieldKind.Path => FieldPatterns.Paths(body).Concat(NamedThings.Find(body, kind)).DistinctBy(named => named.Token).OrderBy(named => named.Token),
        _ => NamedThings.Find(body, kind),
    };

    private static string NameOf(FieldKind kind) => kind switch
    {
        FieldKind.Phone => FieldNames.PhoneModel,
        FieldKind.Licence => FieldNames.Licences,
        FieldKind.Path => FieldNames.Paths,
        FieldKind.List => FieldNames.Lists,
        FieldKind.Team => FieldNames.Teams,
        FieldKind.Site => FieldNames.Sites,
    };
}

/// <summary>What a field names.</summary>
internal enum FieldKind
{
    /// <summary>A telephone's make and model.</summary>
    Phone,

    /// <summary>A Microsoft licence.</summary>
    Licence,

    /// <summary>A file or folder.</summary>
    Path,

    /// <summary>A distribution list.</summary>
    List,

    /// <summary>A team in Teams.</summary>
    Team,

    /// <summary>A SharePoint site or library.</summary>
    Site,
}
