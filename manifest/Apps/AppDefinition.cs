using System.Collections.Immutable;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Manifest.Apps;

/// <summary>A command that the bot offers while one writes to it. The title is what is typed, so it is set as typed.</summary>
internal sealed record BotCommand(Label Title, Label Description);

/// <summary>A command of the message extension.</summary>
/// <param name="Id">What the bot receives as <c>commandId</c>.</param>
/// <param name="Title">At most 32 characters.</param>
/// <param name="Description">At most 128 characters.</param>
internal sealed record ExtensionCommand(string Id, Label Title, Label Description)
{
    /// <summary>Set for a search; without it, an action on a message that opens the bot's form.</summary>
    public SearchParameter? Search { get; init; }
}

/// <summary>What one searches by.</summary>
internal sealed record SearchParameter(string Name, Label Title, Label Description);

/// <summary>One Teams app, with all that people read of it in both languages.</summary>
internal sealed record AppDefinition(TeamsApp App)
{
    /// <summary>At most 30 characters.</summary>
    public required Label ShortName { get; init; }

    /// <summary>At most 100 characters.</summary>
    public required Label FullName { get; init; }

    /// <summary>At most 80 characters.</summary>
    public required Label ShortDescription { get; init; }

    /// <summary>At most 4,000 characters.</summary>
    public required Label FullDescription { get; init; }

    /// <summary><c>#rrggbb</c>, the icon's background.</summary>
    public required string AccentColour { get; init; }

    /// <summary>Where the bot can be written to, the scope that Teams proposes at installation first.</summary>
    public required ImmutableArray<string> Scopes { get; init; }

    /// <summary>Whether files can be attached; Teams allows it in personal chats only.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>At most twelve.</summary>
    public required ImmutableArray<BotCommand> Commands { get; init; }

    /// <summary>At most ten.</summary>
    public required ImmutableArray<ExtensionCommand> Extension { get; init; }

    /// <summary>The definition of an app.</summary>
    public static AppDefinition Of(TeamsApp app, ManifestInput input) => app switch
    {
        TeamsApp.Customers => CustomersApp.Of(input),
        TeamsApp.Technicians => TechniciansApp.Of(input),
    };
}
