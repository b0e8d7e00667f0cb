using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SiOne.Bot.Understanding.Cues;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>Whether a message is about a phone: sentences go on about the device that the first ones named, and "portable" means either kind.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Topic(bool Phone, bool Computer, bool CarriesPhone)
{
    private const int FirstClauses = 3;
    private static readonly ConceptSet PhoneConcept = Lexicon.Default.Set("phone");
    private static readonly ConceptSet ComputerConcept = Lexicon.Default.Set("computer");
    private static readonly ConceptSet Either = Lexicon.Default.Set("portable");
    private static readonly ConceptSet OtherThings = Lexicon.Default.Set("computer", "account", "licence", "mailbox", "printer", "office-app", "sharepoint", "list", "redirect", "absence", "arrival", "departure", "mfa", "file", "backup", "solved", "thanks", "hardware");

    /// <summary>What a message is about.</summary>
    public static Topic Of(ImmutableArray<(int Sentence, Mentions Mentions)> subject, ImmutableArray<(int Sentence, Mentions Mentions)> body)
    {
        var all = subject.Concat(body).Select(clause => clause.Mentions.Asserted).ToList();
        var first = subject.Concat(body.Take(FirstClauses)).ToList();
        return new Topic(
            all.Exists(PhoneConcept.Overlaps),
            all.Exists(ComputerConcept.Overlaps),
            first.Exists(clause => clause.Mentions.Asserted.Overlaps(PhoneConcept)) && !first.Exists(clause => clause.Mentions.Asserted.Overlaps(ComputerConcept)));
    }

    /// <summary>The clauses with the device that they mean.</summary>
    public ImmutableArray<(int Sentence, Mentions Mentions)> Apply(ImmutableArray<(int Sentence, Mentions Mentions)> clauses)
    {
        var topic = this;
        return [.. clauses.Select(clause => (clause.Sentence, clause.Mentions with { Asserted = topic.Resolve(clause.Mentions.Asserted) }))];
    }

    private ConceptSet Resolve(ConceptSet concepts)
    {
        if (concepts.Overlaps(Either))
        {
            if (Phone || !Computer) concepts = concepts.Union(PhoneConcept);
            if (Computer || !Phone) concepts = concepts.Union(ComputerConcept);
        }
        return CarriesPhone && concepts != default && !concepts.Overlaps(OtherThings) ? concepts.Union(PhoneConcept) : concepts;
    }
}
