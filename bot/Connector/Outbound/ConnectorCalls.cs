using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace SiOne.Bot.Host.Connector.Outbound;

/// <summary>One call to the service.</summary>
/// <param name="Bot">Whose token is shown; null to show none.</param>
/// <param name="Method">How.</param>
/// <param name="Address">Where to; checked against the list.</param>
/// <param name="Body">JSON, or none.</param>
internal sealed record ConnectorCall(BotKey? Bot, HttpMethod Method, Uri Address, byte[]? Body = null)
{
    /// <summary>Doing it twice is doing it once.</summary>
    public bool MayRepeat => Method != HttpMethod.Post;
}

/// <summary>One attempt at a call.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Body">The answer's bytes, of a success.</param>
/// <param name="ContentType">Their media type.</param>
/// <param name="Passing">It may be otherwise in a moment.</param>
internal sealed record ConnectorAttempt(ConnectorOutcome Outcome, byte[]? Body = null, string? ContentType = null, bool Passing = false)
{
    /// <summary>The pause that the service asked for.</summary>
    public TimeSpan? Wait => (Outcome as ConnectorOutcome.TryLater)?.RetryAfter;
}

/// <summary>
/// Carries calls to the service: with the bot's token, without following redirects, and again a moment later where that helps: three attempts
/// within two seconds. What takes longer is the outbox's.
/// </summary>
internal sealed class ConnectorCalls(HttpClient http, BotTokens tokens, TimeProvider clock)
{
    private const int Attempts = 3;
    private const int LargestError = 64 * 1024;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Makes the call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="most">The largest answer that is read.</param>
    /// <param name="cancellationToken">Gives up, by exception.</param>
    public async Task<ConnectorAttempt> MakeAsync(ConnectorCall call, int most, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var again = new RetryStrategyOptions<ConnectorAttempt>
        {
            MaxRetryAttempts = Attempts - 1,
            Delay = FirstPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            MaxDelay = LongestWait,
            ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Result is { Passing: true } attempt
                && (attempt.Wait ?? TimeSpan.Zero) <= LongestWait && clock.GetElapsedTime(begun) + (attempt.Wait ?? TimeSpan.Zero) < Budget),
            DelayGenerator = tried => ValueTask.FromResult(tried.Outcome.Result?.Wait),
        };
        var pipeline = new ResiliencePipelineBuilder<ConnectorAttempt> { TimeProvider = clock }.AddRetry(again).Build();
        return await pipeline.ExecuteAsync(cancel => new ValueTask<ConnectorAttempt>(TryAsync(call, most, cancel)), cancellationToken);
    }

    private async Task<ConnectorAttempt> TryAsync(ConnectorCall call, int most, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var content = call.Body is { } json ? new WatchedContent(json) : null;
        try
        {
            var token = call.Bot is { } bot ? await tokens.GetAsync(bot, either.Token) : default;
            if (token.Failure is { } failure) return new ConnectorAttempt(failure, Passing: failure is not ConnectorOutcome.Refused);
            using var request = new HttpRequestMessage(call.Method, call.Address) { Content = content };
            if (token.Value is { } value) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", value);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await AnswerAsync(call, response, most, either.Token);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            var mayBeDone = !call.MayRepeat && content is { Left: true };
            var nothingLeft = content is { Left: false } || IsNoConnection(failed);
            return new ConnectorAttempt(
                new ConnectorOutcome.Unreachable(nothingLeft ? UnreachableKind.NoConnection : UnreachableKind.NoAnswer), Passing: !mayBeDone);
        }
    }

    private async Task<ConnectorAttempt> AnswerAsync(ConnectorCall call, HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            if (response.StatusCode == System.Net.HttpStatusCode.Unauthorized && call.Bot is { } bot) tokens.Doubt(bot);
            var error = await BodyOrNothingAsync(response, LargestError, cancellationToken) ?? [];
            var outcome = Codes.OutcomeOf(response.StatusCode, error, WaitOf(response.Headers.RetryAfter));
            // Without a token the address itself was the pass: no other one comes.
            if (call.Bot is null && response.StatusCode == System.Net.HttpStatusCode.Unauthorized) outcome = new ConnectorOutcome.Refused("Expired");
            return new ConnectorAttempt(outcome, Passing: Codes.IsPassing(response.StatusCode));
        }

        if (call.Method == HttpMethod.Get)
        {
            return await CappedBody.ReadAsync(response.Content, most, cancellationToken) is { } read
                ? new ConnectorAttempt(new ConnectorOutcome.Done(null), read, response.Content.Headers.ContentType?.MediaType)
                : new ConnectorAttempt(new ConnectorOutcome.Refused(Downloads.TooLarge));
        }

        // It is done; an answer that breaks off only costs the id.
        return new ConnectorAttempt(new ConnectorOutcome.Done(null), await BodyOrNothingAsync(response, most, cancellationToken));
    }

    private static bool IsNoConnection(Exception failed) => failed is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
    };

    private static async Task<byte[]?> BodyOrNothingAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        try
        {
            return await CappedBody.ReadAsync(response.Content, most, cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private TimeSpan? WaitOf(RetryConditionHeaderValue? asked)
    {
        var wait = asked switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
