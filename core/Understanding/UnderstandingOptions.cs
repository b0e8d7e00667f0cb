namespace SiOne.Bot.Understanding;

/// <summary>The settings of the learned reader.</summary>
/// <param name="AbstainBelow">Under this confidence, 0 to 1, a technician reads the request.</param>
/// <param name="FurtherRequest">How likely, 0 to 1, a further request of a message must be to become one.</param>
public sealed record UnderstandingOptions(double AbstainBelow = 0.87, double FurtherRequest = 0.45);
