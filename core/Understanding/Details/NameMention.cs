using System.Runtime.InteropServices;

namespace SiOne.Bot.Understanding.Details;

/// <summary>A first and last name in a text.</summary>
/// <param name="Name">First name first, in usual capitals.</param>
/// <param name="Token">The first word of it.</param>
/// <param name="Length">How many words it has.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameMention(string Name, int Token, int Length)
{
    /// <summary>The word after it.</summary>
    public int End => Token + Length;
}
