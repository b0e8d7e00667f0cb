using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What is due by now, done once.</summary>
internal static class TickRules
{
    public static Decision Decide(Request state, RequestCommand.Tick tick)
    {
        var events = ImmutableArray.CreateBuilder<RequestEvent>();
        while (Agenda.Next(state, tick.Weekend, tick.Times) is { } errand && errand.At <= tick.At)
        {
            events.Add(errand.Happens(tick.At));
            state = RequestEvolution.Evolve(state, events[^1]);
        }

        return new Decision(events.ToImmutable(), []);
    }
}
