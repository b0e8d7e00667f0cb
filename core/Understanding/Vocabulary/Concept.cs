namespace SiOne.Bot.Understanding.Vocabulary;

/// <summary>One idea, and all the ways in which people write it.</summary>
/// <param name="Name">The name that cues use.</param>
/// <param name="Terms">
/// Words and phrases, separated by commas, in folded spelling: lower case, no accents, a space for each apostrophe and hyphen.
/// A word that ends with <c>*</c> stands for every word that begins so.
/// </param>
internal sealed record Concept(string Name, string Terms);
