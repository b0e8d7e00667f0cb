using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SiOne.Bot.Domain.Execution;

/// <summary>
/// One thing to do in a customer's Microsoft 365, as data. A step asks for a state ("is a member"), never for a change ("add once more"): whether it
/// holds can be looked up before and after. It never holds a password. The discriminators are written in plans and never reused.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(CreateAccount), "create-account")]
[JsonDerivedType(typeof(SetManager), "set-manager")]
[JsonDerivedType(typeof(SetLicences), "set-licences")]
[JsonDerivedType(typeof(SetMembership), "set-membership")]
[JsonDerivedType(typeof(SetSignIn), "set-sign-in")]
[JsonDerivedType(typeof(RevokeSessions), "revoke-sessions")]
[JsonDerivedType(typeof(ResetPassword), "reset-password")]
[JsonDerivedType(typeof(CreateAccessPass), "create-access-pass")]
[JsonDerivedType(typeof(SetAbsenceMessage), "set-absence-message")]
[JsonDerivedType(typeof(SetRedirection), "set-redirection")]
[JsonDerivedType(typeof(SetMailboxLanguage), "set-mailbox-language")]
[JsonDerivedType(typeof(RestoreFileVersion), "restore-file-version")]
[JsonDerivedType(typeof(LocateDevice), "locate-device")]
[JsonDerivedType(typeof(LockDevice), "lock-device")]
[JsonDerivedType(typeof(WipeDevice), "wipe-device")]
[JsonDerivedType(typeof(RetireDevice), "retire-device")]
[JsonDerivedType(typeof(DeleteAccount), "delete-account")]
[JsonDerivedType(typeof(ByHand), "by-hand")]
public abstract record Step
{
    private Step() { }

    /// <summary>An account exists, marked as made by this plan (so that a repeated call finds its own), with a first password that must change (Art. 14).</summary>
    /// <param name="Account">Its address; the id is unknown until it exists.</param>
    /// <param name="DisplayName">The name that people see.</param>
    /// <param name="GivenName">First name.</param>
    /// <param name="Surname">Last name.</param>
    /// <param name="UsageLocation">The country that licences are used in: two letters.</param>
    /// <param name="Marker">What ties the account to this plan: opaque, at most 64 characters.</param>
    public sealed record CreateAccount(
        AccountRef Account, string DisplayName, string GivenName, string Surname, string UsageLocation, string Marker) : Step;

    /// <summary>Somebody is the account's manager, or nobody.</summary>
    /// <param name="Account">Whose manager.</param>
    /// <param name="Manager">The manager; null: none.</param>
    public sealed record SetManager(AccountRef Account, AccountRef? Manager) : Step;

    /// <summary>Licences are held, and others no more, in one call: an exchange leaves nobody without a mailbox in between.</summary>
    /// <param name="Account">Whose.</param>
    /// <param name="Added">Held afterwards.</param>
    /// <param name="Removed">Not held afterwards.</param>
    public sealed record SetLicences(AccountRef Account, ImmutableArray<LicenceRef> Added, ImmutableArray<LicenceRef> Removed) : Step
    {
        /// <inheritdoc/>
        public bool Equals(SetLicences? other) => other is not null && Account == other.Account && Added.SequenceEqual(other.Added) && Removed.SequenceEqual(other.Removed);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Account, Added.Length, Removed.Length);
    }

    /// <summary>The account is a member of a group, team or list, or is not.</summary>
    /// <param name="Group">The group.</param>
    /// <param name="Account">The account.</param>
    /// <param name="Member">A member afterwards.</param>
    public sealed record SetMembership(GroupRef Group, AccountRef Account, bool Member) : Step;

    /// <summary>The account may sign in, or may not.</summary>
    /// <param name="Account">The account.</param>
    /// <param name="Allowed">May sign in afterwards.</param>
    public sealed record SetSignIn(AccountRef Account, bool Allowed) : Step;

    /// <summary>Every session begun before is over.</summary>
    /// <param name="Account">The account.</param>
    public sealed record RevokeSessions(AccountRef Account) : Step;

    /// <summary>The account has a new password that must change at the next sign-in (Art. 16). A repeated call makes another one; only the last is shown.</summary>
    /// <param name="Account">The account.</param>
    public sealed record ResetPassword(AccountRef Account) : Step;

    /// <summary>The account has a Temporary Access Pass: a code for one sign-in.</summary>
    /// <param name="Account">The account.</param>
    /// <param name="Minutes">How long it holds, 10 to 480.</param>
    public sealed record CreateAccessPass(AccountRef Account, int Minutes) : Step;

    /// <summary>The mailbox answers that its owner is away, or answers nothing.</summary>
    /// <param name="Account">Whose mailbox.</param>
    /// <param name="Message">The words; null: it answers nothing.</param>
    /// <param name="From">Since when, UTC; null: at once.</param>
    /// <param name="To">Until when, UTC; null: until it is taken away.</param>
    public sealed record SetAbsenceMessage(AccountRef Account, string? Message, DateTimeOffset? From, DateTimeOffset? To) : Step;

    /// <summary>What arrives in a mailbox goes on to somebody, or no more: an inbox rule of that name.</summary>
    /// <param name="Account">Whose mailbox.</param>
    /// <param name="To">Who receives it; null: the rule is taken away.</param>
    /// <param name="RuleName">What ties the rule to the plan.</param>
    public sealed record SetRedirection(AccountRef Account, AccountRef? To, string RuleName) : Step;

    /// <summary>The mailbox speaks a language and lives in a time zone.</summary>
    /// <param name="Account">Whose mailbox.</param>
    /// <param name="Locale">Such as <c>fr-FR</c>.</param>
    /// <param name="TimeZone">Such as <c>Romance Standard Time</c>.</param>
    public sealed record SetMailboxLanguage(AccountRef Account, string Locale, string TimeZone) : Step;

    /// <summary>An earlier version of a file is the current one; the one that it replaces stays among the versions.</summary>
    /// <param name="Version">Which.</param>
    public sealed record RestoreFileVersion(FileVersionRef Version) : Step;

    /// <summary>The device tells where it is.</summary>
    /// <param name="Device">Which.</param>
    public sealed record LocateDevice(DeviceRef Device) : Step;

    /// <summary>The device is locked.</summary>
    /// <param name="Device">Which.</param>
    public sealed record LockDevice(DeviceRef Device) : Step;

    /// <summary>Everything on the device is erased (Art. 8).</summary>
    /// <param name="Device">Which.</param>
    public sealed record WipeDevice(DeviceRef Device) : Step;

    /// <summary>The company's data leaves the device, which is no longer managed.</summary>
    /// <param name="Device">Which.</param>
    public sealed record RetireDevice(DeviceRef Device) : Step;

    /// <summary>The account and its mailbox are deleted: 30 days in the tenant's bin, then gone.</summary>
    /// <param name="Account">Which.</param>
    public sealed record DeleteAccount(AccountRef Account) : Step;

    /// <summary>What Graph cannot do: a technician does it and ticks it off.</summary>
    /// <param name="Task">What, out of the closed list.</param>
    /// <param name="Target">On what: a name or an address.</param>
    public sealed record ByHand(HandTask Task, string Target) : Step;
}
