using Microsoft.Playwright;

namespace SiOne.Bot.EndToEnd.Running;

/// <summary>Pictures of the page for whoever asks for them by <c>SIONE_PICTURES=FOLDER</c>.</summary>
internal static class Pictures
{
    /// <summary>A whole page as it stands.</summary>
    public static async Task SaveAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SIONE_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>The part of the page at the width of a phone, a tablet and a desk.</summary>
    public static async Task SaveAsync(BoardPage board, ILocator part, string name)
    {
        if (Environment.GetEnvironmentVariable("SIONE_PICTURES") is not { Length: > 0 } folder) return;
        foreach (var width in (int[])[390, 700, 1280])
        {
            await board.Page.SetViewportSizeAsync(width, 900);
            // A page that is drawn anew under the camera has no element left to hold on to: its place is enough.
            var box = (await part.BoundingBoxAsync())!;
            await board.Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(folder, $"{name}-{width}.png"),
                FullPage = true,
                Clip = new Clip { X = box.X, Y = box.Y + await board.Page.EvaluateAsync<float>("scrollY"), Width = box.Width, Height = box.Height },
            });
        }
    }
}
