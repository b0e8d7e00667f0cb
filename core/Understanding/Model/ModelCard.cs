using System.Text.Json.Serialization;

namespace SiOne.Bot.Understanding.Model;

/// <summary>What a model file says of itself, readable without the program.</summary>
/// <param name="Data">The hash of the data that it was trained on.</param>
/// <param name="DevelopmentMessages">How many messages of the development set.</param>
/// <param name="OwnMessages">How many of the product's own.</param>
/// <param name="Measured">What it reaches in cross-validation over the development set.</param>
/// <param name="OnTrainedMessages">What the shipped model itself reaches on the development set, on which it was trained: not a measure of quality, but of its being whole.</param>
public sealed record ModelCard(string Data, int DevelopmentMessages, int OwnMessages, Figures Measured, Figures OnTrainedMessages);

/// <summary>How well messages are read. Shares lie between 0 and 1.</summary>
/// <param name="CategoryMacroF1">F1 by category of the first request, averaged over the six.</param>
/// <param name="Category">Messages whose first request has the right category.</param>
/// <param name="Operation">Messages whose first request has the right operation.</param>
/// <param name="OperationMicroF1">F1 over all requests of all messages, by operation.</param>
/// <param name="SeveralCategories">Of the messages with several requests those with exactly the right set of categories.</param>
/// <param name="SingleCategories">The same of messages with one request.</param>
/// <param name="Abstained">Messages whose first request is left to a technician.</param>
/// <param name="WrongGiven">Of the others those with a wrong category.</param>
/// <param name="Person">Messages whose first request has the right person.</param>
/// <param name="Date">The right date.</param>
/// <param name="Urgent">The right urgency.</param>
public sealed record Figures(
    double CategoryMacroF1, double Category, double Operation, double OperationMicroF1, double SeveralCategories, double SingleCategories,
    double Abstained, double WrongGiven, double Person, double Date, double Urgent);

/// <summary>Source-generated JSON of model cards.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelCard))]
internal sealed partial class ModelCardJson : JsonSerializerContext;
