using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Graph.Tokens;

namespace SiOne.Bot.Graph.Calls;

/// <summary>
/// The last stop before the wire, bound to one tenant and one app registration: the token's tenant is checked here, a call for any other goes nowhere
/// (RELIABILITY E64). Nothing that may have been applied is sent again (E60): what failed leaves as a <see cref="CallFailedException"/> that says what it means.
/// </summary>
internal sealed partial class TenantHandler(Guid tenant, PowerClass power, GraphSettings settings, ITenantTokens tokens, TenantBudget budget, TimeProvider time, ILogger logger)
    : DelegatingHandler
{
    private const long LargestAnswer = 16 * 1024 * 1024;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A next page's address comes from outside: the token goes to no other host.
        if (request.RequestUri?.GetLeftPart(UriPartial.Authority) != settings.GraphHost.GetLeftPart(UriPartial.Authority)) throw CallFailedException.Refused("wrong-host");
        using var slot = await budget.EnterAsync(cancellationToken);
        using var limit = new CancellationTokenSource(settings.CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var reads = request.Method == HttpMethod.Get;
        var sent = false;
        try
        {
            await PrepareAsync(request, reads, either.Token);
            sent = true;
            var response = await SendAsync(request, reads, either.Token);
            return response.IsSuccessStatusCode && !AsksForApproval(request, response) ? response : throw await FailureOfAsync(response, reads);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Lost(lost, maybeApplied: sent && !reads && !NeverLeft(lost));
        }
    }

    private async Task PrepareAsync(HttpRequestMessage request, bool reads, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(tenant, power, anew: false, cancellationToken);
        if (token.Tenant != tenant) throw CallFailedException.Refused("wrong-tenant");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        request.Version = HttpVersion.Version11;
        // On a kept connection that breaks, SocketsHttpHandler sends a request without a body again by itself; never one whose body has begun.
        if (!reads) request.Content ??= new ByteArrayContent([]);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool reads, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOnceAsync(request, cancellationToken);
        }
        catch (Exception cut) when (reads && cut is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            return await SendOnceAsync(request, cancellationToken); // Reading twice changes nothing.
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken); // Within the time limit.
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static bool AsksForApproval(HttpRequestMessage request, HttpResponseMessage response) =>
        response.Headers.Contains(IntuneApproval.CodeHeader) && !request.Headers.Contains(IntuneApproval.CodeHeader);

    private async Task<CallFailedException> FailureOfAsync(HttpResponseMessage response, bool reads)
    {
        using (response)
        {
            var status = (int)response.StatusCode;
            var error = GraphError.Of(status, await response.Content.ReadAsByteArrayAsync(CancellationToken.None));
            LogRefusal(tenant, status, error.Code);
            if (response.StatusCode == HttpStatusCode.Unauthorized) tokens.Doubt(tenant, power);
            // Also with a code that nobody has approved yet, and where an earlier call has asked already.
            if (response.Headers.Contains(IntuneApproval.CodeHeader))
                return new CallFailedException(new StepAnswer.AwaitsCustomer(response.Headers.GetValues(IntuneApproval.CodeHeader).First()), status, error.Code);
            return new CallFailedException(Meaning(response, error.Code, reads), status, error.Code) { SaysAlready = error.SaysAlready };
        }
    }

    private StepAnswer Meaning(HttpResponseMessage response, string code, bool reads)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable:
                var until = Until(response.Headers.RetryAfter);
                budget.CloseUntil(until);
                return new StepAnswer.Later(until);
            case HttpStatusCode.RequestTimeout:
                return new StepAnswer.Later(Until(response.Headers.RetryAfter));
            case >= HttpStatusCode.InternalServerError when response.StatusCode != HttpStatusCode.NotImplemented:
                return reads ? new StepAnswer.Later(Until(response.Headers.RetryAfter)) : new StepAnswer.Unknown();
            default:
                return new StepAnswer.Refused(code);
        }
    }

    private DateTimeOffset Until(RetryConditionHeaderValue? said) =>
        said?.Date ?? time.GetUtcNow() + (said?.Delta ?? settings.BackOff);

    private CallFailedException Lost(Exception lost, bool maybeApplied)
    {
        var code = lost is OperationCanceledException ? "time-limit" : "connection";
        LogRefusal(tenant, 0, code);
        return new CallFailedException(maybeApplied ? new StepAnswer.Unknown() : new StepAnswer.Later(time.GetUtcNow() + settings.BackOff), code: code);
    }

    /// <summary>No connection came about: not one byte of the request left.</summary>
    private static bool NeverLeft(Exception lost) => lost is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Graph, tenant {Tenant}: {Status} {Code}")]
    private partial void LogRefusal(Guid tenant, int status, string code);
}
