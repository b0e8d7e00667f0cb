using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Words;

/// <summary>The words of one notice. In its labels <see cref="Who"/> stands for the person who asked, whose name is not ours to set.</summary>
/// <param name="Subject">The subject line; reference and operation come with it.</param>
/// <param name="Opening">What happened.</param>
internal sealed record NoticeText(Label Subject, Label Opening)
{
    /// <summary>Stands for the name of the person who asked.</summary>
    public const string Who = "{who}";

    /// <summary>How the request stands now; null: as its outcome says.</summary>
    public (Tone Tone, Label Status)? Stands { get; init; }

    /// <summary>Whose words are quoted, and what for.</summary>
    public Label SaidLabel { get; init; } = new("Le message du technicien", "The technician's message");

    /// <summary>What the title is called; null: as in an answer.</summary>
    public Label? TitleLabel { get; init; }

    /// <summary>Facts beside the dates of the request.</summary>
    public ImmutableArray<Label> Facts { get; init; } = [];

    /// <summary>What is said of an instant: a visit.</summary>
    public WordedPromise? Moment { get; init; }

    /// <summary>What of the request is shown beside its title and dates.</summary>
    public Shows Shows { get; init; }

    /// <summary>What happens next, what the reader can do; empty: as the outcome of the request says.</summary>
    public ImmutableArray<Label> Steps { get; init; } = [];
}

/// <summary>What of a request a notice shows beside its title and dates.</summary>
[Flags]
internal enum Shows
{
    /// <summary>No more.</summary>
    Nothing = 0,

    /// <summary>What is promised about time.</summary>
    Promise = 1,

    /// <summary>The same, and that it has not changed.</summary>
    PromiseUnchanged = 2,

    /// <summary>The same, and that its date is a new one.</summary>
    PromiseMoved = 4,

    /// <summary>The details that are missing.</summary>
    Questions = 8,

    /// <summary>The findings that only inform.</summary>
    Notes = 16,

    /// <summary>All that an answer would say of it.</summary>
    Everything = 32,

    /// <summary>What was done for it, and who approved that.</summary>
    Work = 64,
}
