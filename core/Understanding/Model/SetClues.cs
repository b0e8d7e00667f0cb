using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Model;

/// <summary>The numbers by which one set of operations is weighed against another as what a message asks: how strong its members are, what it leaves unexplained, and whether two members are two wishes or one read twice.</summary>
internal sealed class SetClues
{
    /// <summary>How many numbers there are.</summary>
    public const int Count = 24;

    private const double Limit = 6;
    private const double StrongestLogit = 8;
    private const double MostUnexplained = 12;
    private const double HighestRuleScore = 12;
    private const double RuleUnit = 0.2;
    private const double Slack = 2;

    private static readonly int None = AllOperations.List.IndexOf(OtherOperations.None);

    private readonly Evidence _evidence;
    private readonly double[] _logits;
    private readonly float[] _companions;
    private readonly (double First, int Sentence)[] _strongest;
    private readonly int[] _clauses;
    private readonly double[] _highest;
    private readonly double _highestOfMessage;

    /// <summary>Prepares the clues of a message.</summary>
    /// <param name="evidence">What the first readers say.</param>
    /// <param name="logits">What the scorer makes of it, for each operation by itself.</param>
    /// <param name="companions">See <see cref="Companions"/>.</param>
    public SetClues(Evidence evidence, double[] logits, float[] companions)
    {
        (_evidence, _logits, _companions) = (evidence, logits, companions);
        _strongest = [.. Enumerable.Range(0, logits.Length).Select(Strongest)];
        _clauses = [.. Enumerable.Range(0, logits.Length).Select(evidence.ClauseFor)];
        _highest = [.. evidence.Sentences.Select(sentence => sentence.Logits.Max())];
        _highestOfMessage = evidence.Message.Max();
    }

    /// <summary>The numbers of one set; those of pairs are added up over the pairs of a set of three.</summary>
    public float[] Of(int[] set)
    {
        var clues = new double[Count];
        foreach (var member in set)
        {
            clues[0] += Math.Clamp(_logits[member], -StrongestLogit, StrongestLogit);
            clues[1] += Within(_evidence.Message[member]);
            clues[2] += Within(_strongest[member].First);
        }
        clues[3] = Unexplained(set, out var strongly);
        clues[4] = strongly;
        clues[5] = Math.Max(-StrongestLogit, set.Max(member => _evidence.Message[member]) - _highestOfMessage);
        clues[21] = set[0] == None ? 1 : 0;
        if (set.Length > 1)
        {
            Several(set, clues);
            for (var first = 0; first < set.Length; first++)
                for (var second = first + 1; second < set.Length; second++) Pair(set[first], set[second], clues);
        }
        return [.. clues.Select(clue => (float)clue)];
    }

    private void Several(int[] set, double[] clues)
    {
        clues[6] = set.Length == 2 ? 1 : 0;
        clues[7] = set.Length == 3 ? 1 : 0;
        clues[8] = set.Min(member => Within(_logits[member]));
        clues[9] = set.Min(member => Within(_evidence.Message[member]));
        clues[10] = set.Min(member => Within(_strongest[member].First));
        clues[11] = set.Min(member => Math.Min(_evidence.Rules[member], HighestRuleScore)) * RuleUnit;
        clues[12] = Math.Log(1 + _evidence.Sentences.Length);
        clues[13] = Math.Log(1 + _evidence.Words);
        clues[14] = _evidence.IsList ? 1 : 0;
    }

    private void Pair(int one, int other, double[] clues)
    {
        var (there, back) = (_companions[one * _logits.Length + other], _companions[other * _logits.Length + one]);
        clues[15] += Math.Max(there, back);
        clues[16] += Math.Min(there, back);
        clues[17] += AllOperations.List[one].Category == AllOperations.List[other].Category ? 1 : 0;
        if (_evidence.Sentences.IsEmpty) return;
        clues[18] += _strongest[one].Sentence == _strongest[other].Sentence ? 1 : 0;
        // Two wishes of one sentence have a clause each.
        var (clause, otherClause) = (_clauses[one], _clauses[other]);
        var both = clause < _evidence.Clauses.Length && otherClause < _evidence.Clauses.Length;
        clues[22] += both && clause == otherClause ? 1 : 0;
        clues[23] += both && clause != otherClause ? 1 : 0;
        // Each leads somewhere: two wishes. One never leads: the other one read twice.
        var lead = Math.Min(Lead(one, other), Lead(other, one));
        clues[19] += Within(lead);
        clues[20] += Math.Min(0, Within(lead));
    }

    private double Lead(int one, int other)
    {
        var best = double.NegativeInfinity;
        foreach (var (_, logits) in _evidence.Sentences) best = Math.Max(best, Math.Min(logits[one] - logits[other], logits[one] + Slack));
        return best;
    }

    // By how much the sentences' own favourites are missed: a mean, and the sum over the sentences that ask for something.
    private double Unexplained(int[] set, out double strongly)
    {
        (var all, strongly) = (0.0, 0.0);
        for (var i = 0; i < _highest.Length; i++)
        {
            var logits = _evidence.Sentences[i].Logits;
            var missed = Math.Min(Limit, _highest[i] - set.Max(member => logits[member]));
            all += missed;
            if (_highest[i] > 0) strongly += missed;
        }
        strongly = Math.Min(strongly, MostUnexplained);
        return all / (1 + _highest.Length);
    }

    private (double, int) Strongest(int operation)
    {
        var at = 0;
        for (var i = 1; i < _evidence.Sentences.Length; i++)
            if (_evidence.Sentences[i].Logits[operation] > _evidence.Sentences[at].Logits[operation]) at = i;
        return (_evidence.Strongest(operation).First, at);
    }

    private static double Within(double value) => Math.Clamp(value, -Limit, Limit);
}
