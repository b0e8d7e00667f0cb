namespace SiOne.Bot.Domain.Execution;

/// <summary>An account of the customer's tenant that a step is about.</summary>
/// <param name="UserPrincipalName">As the tenant writes it, in lower case.</param>
/// <param name="Id">Its object id; null for an account that an earlier step of the same plan creates.</param>
public sealed record AccountRef(string UserPrincipalName, Guid? Id);

/// <summary>A group of the customer's tenant: of Microsoft 365 (a team, a group-connected site), of security, or a distribution list.</summary>
/// <param name="Id">Its object id.</param>
/// <param name="Name">As the tenant shows it.</param>
public sealed record GroupRef(Guid Id, string Name);

/// <summary>A product that licences are bought of.</summary>
/// <param name="SkuId">Microsoft's id of it.</param>
/// <param name="PartNumber">Microsoft's name of it, such as <c>O365_BUSINESS_PREMIUM</c>.</param>
public sealed record LicenceRef(Guid SkuId, string PartNumber);

/// <summary>A device under Intune: by its immutable id, with what a person compares before it is wiped.</summary>
/// <param name="Id">Intune's id of it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Model">Make and model; "" when not known.</param>
/// <param name="SerialNumber">Its serial number; "" when not known.</param>
/// <param name="HolderId">Object id of the account that holds it.</param>
public sealed record DeviceRef(string Id, string Name, string Model, string SerialNumber, Guid HolderId);

/// <summary>One earlier version of a file in somebody's OneDrive or in a site's library.</summary>
/// <param name="DriveId">The drive.</param>
/// <param name="ItemId">The file.</param>
/// <param name="VersionId">The version that comes back.</param>
/// <param name="Path">The file's path in the drive.</param>
/// <param name="WrittenAt">When that version was written, UTC.</param>
public sealed record FileVersionRef(string DriveId, string ItemId, string VersionId, string Path, DateTimeOffset WrittenAt);
