using SiOne.Bot.TestGraph.Faults;
using SiOne.Bot.TestGraph.Routes;
using SiOne.Bot.TestGraph.SignIn;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph;

public sealed partial class GraphTenant
{
    /// <summary>Does what a permitted call asks, alone in this tenant.</summary>
    /// <exception cref="GraphRefusalException">It cannot be done; nothing was changed.</exception>
    internal GraphAnswer Do(Route route, IReadOnlyDictionary<string, string> keys, GraphRequest request, GraphToken token, Lateness? late, GraphLog log)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var before = late is null || route.IsRead ? null : _state.Clone();
            var call = new RouteContext
            {
                Route = route,
                Request = request,
                Keys = keys,
                Tenant = this,
                Token = token,
                Now = now,
                State = route.IsRead ? _late.View(_state, now) : _state,
            };
            var answer = route.Answer(call);
            if (route.IsRead || call.IsUnchanged) return answer;
            if (before is not null) _late.Hide(before, late!, now);
            log.Add(new GraphEffect(now, Id, token.AppId, request.Method, request.Path, route.Template, call.Target));
            return answer;
        }
    }
}
