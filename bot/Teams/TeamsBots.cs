using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Inbound;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Teams;

/// <summary>Both bots with everything that they need, put together by hand in one place.</summary>
public sealed class TeamsBots : ITurns, IDisposable
{
    private readonly TeamsConnector _connector;
    private readonly CustomerTurns _customers;
    private readonly TechnicianTurns _technicians;
    private readonly TurnAnswers _answers;
    private readonly CardKeeper _keeper;
    private readonly AttachmentKeeper _attachments;
    private readonly EngineParts _parts;

    /// <summary>Puts them together, and lets the engine's effects leave through them.</summary>
    /// <param name="settings">Usable settings.</param>
    /// <param name="parts">The engine, its workers not yet started.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logs">Where logs go.</param>
    public TeamsBots(TeamsSettings settings, EngineParts parts, TimeProvider clock, ILoggerFactory logs)
    {
        // A customers' tenant that nobody knows gets a polite dead end; technicians have one tenant.
        _connector = new TeamsConnector(settings, (bot, tenant) => bot is BotKey.Customers || tenant == settings.TechnicianTenantId, clock, logs);
        var roster = new TeamsRoster(_connector.Client, clock);
        var people = new TeamsPeople(roster, parts.Chats, parts.Directory, clock);
        var posts = new CardPosts(parts, _connector.Client, clock);
        var requests = new ReadableRequests(parts, clock);
        var painter = new CustomerPainter(parts, requests);
        var technicianPainter = new TechnicianPainter(parts, clock);
        _answers = new TurnAnswers(parts, _connector.Client, posts, logs.CreateLogger<TurnAnswers>());
        _parts = parts;
        var copies = new CardCopies(parts);
        _attachments = new AttachmentKeeper(parts, _connector.Client, clock, logs.CreateLogger<AttachmentKeeper>());
        _customers = new CustomerTurns(
            parts, people, new CustomerClicks(parts, painter, posts, _answers, copies), new MessageExtensions(requests), painter, requests, _answers, _attachments);
        _technicians = new TechnicianTurns(
            parts, settings, people, new TechnicianTeam(roster, parts.Chats, clock),
            new TechnicianActs(parts, technicianPainter, posts, _answers, copies, settings.TechnicianLanguage), new TechnicianLists(parts, technicianPainter, clock), _answers);
        _keeper = new CardKeeper(parts, people, painter, technicianPainter, posts, settings.TechnicianLanguage, clock, logs.CreateLogger<CardKeeper>());
        parts.ChatGate.Sender = new TeamsChatSender(parts, people, painter, posts, settings.TechnicianLanguage);
    }

    /// <summary>Lets Teams speak to them.</summary>
    public void Map(WebApplication app, TimeProvider clock)
    {
        app.MapActivities(_connector, this, clock);
        app.MapAttachments(_parts);
    }

    /// <summary>Answers and keeps cards true until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        _answers.RunAsync(cancellationToken), _keeper.RunAsync(cancellationToken), _attachments.RunAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<InvokeResponse?> TurnAsync(VerifiedActivity turn, CancellationToken cancellationToken) => turn.Bot is BotKey.Technicians
        ? _technicians.TurnAsync(turn, cancellationToken)
        : _customers.TurnAsync(turn, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _connector.Dispose();
}
