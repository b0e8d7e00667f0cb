using System.Globalization;
using System.Reflection;
using HandlebarsDotNet;

namespace SiOne.Bot.Mail.Answers;

/// <summary>The embedded templates, compiled once. A name that a model does not have fails loudly instead of leaving a hole in a mail.</summary>
internal sealed class Templates
{
    private static readonly Lazy<Templates> Compiled = new(() => new Templates());
    private readonly HandlebarsTemplate<object, object> _answerHtml;
    private readonly HandlebarsTemplate<object, object> _answerText;
    private readonly Lazy<HandlebarsTemplate<object, object>> _alertHtml;
    private readonly Lazy<HandlebarsTemplate<object, object>> _alertText;
    private readonly Lazy<HandlebarsTemplate<object, object>> _digestHtml;
    private readonly Lazy<HandlebarsTemplate<object, object>> _digestText;
    private readonly Lazy<HandlebarsTemplate<object, object>> _ownDigestHtml;
    private readonly Lazy<HandlebarsTemplate<object, object>> _ownDigestText;

    private Templates()
    {
        var html = Environment(new HtmlEncoder());
        var text = Environment(encoder: null);
        html.RegisterTemplate("style", Source("style.hbs"));
        // Compiling takes a good part of a second: the answers' at the start, all others when the first one is due.
        _answerHtml = html.Compile(Source("answer.html.hbs"));
        _alertHtml = new(() => html.Compile(Source("alert.html.hbs")));
        _digestHtml = new(() => html.Compile(Source("digest.html.hbs")));
        _answerText = text.Compile(Source("answer.text.hbs"));
        _alertText = new(() => text.Compile(Source("alert.text.hbs")));
        _digestText = new(() => text.Compile(Source("digest.text.hbs")));
        _ownDigestHtml = new(() => html.Compile(Source("own-digest.html.hbs")));
        _ownDigestText = new(() => text.Compile(Source("own-digest.text.hbs")));
    }

    /// <summary>Those of this process.</summary>
    public static Templates Shared => Compiled.Value;

    public (string Text, string Html) Answer(AnswerView view) => (_answerText(view), _answerHtml(view));

    public (string Text, string Html) Alert(AlertView view) => (_alertText.Value(view), _alertHtml.Value(view));

    public (string Text, string Html) Digest(DigestView view) => (_digestText.Value(view), _digestHtml.Value(view));

    public (string Text, string Html) OwnDigest(OwnDigestView view) => (_ownDigestText.Value(view), _ownDigestHtml.Value(view));

    private static IHandlebars Environment(ITextEncoder? encoder) => Handlebars.Create(new HandlebarsConfiguration
    {
        FormatProvider = CultureInfo.GetCultureInfo("fr-FR"),
        ThrowOnUnresolvedBindingExpression = true,
        TextEncoder = encoder,
        NoEscape = encoder is null,
    });

    private static string Source(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Answers/{name}")
            ?? throw new InvalidOperationException($"The template {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
