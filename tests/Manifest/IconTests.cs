using System.Globalization;

namespace SiOne.Bot.Manifest.Tests;

/// <summary>What Teams asks of the icons, read from their bytes.</summary>
public sealed class IconTests
{
    public static TheoryData<TeamsApp> Apps => [.. Enum.GetValues<TeamsApp>()];

    [Theory]
    [MemberData(nameof(Apps))]
    public void The_colour_icon_is_a_full_square_of_192_in_the_accent_colour(TeamsApp app)
    {
        var icon = Png.Read(A.Files(A.Package(app))["color.png"]);
        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.Pixels, pixel => Assert.Equal(255, pixel.A));
        var accent = int.Parse(((string)A.Manifest(A.Package(app))["accentColor"]!)[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        (byte, byte, byte, byte) background = ((byte)(accent >> 16), (byte)(accent >> 8), (byte)accent, 255);
        // Teams rounds the corners and asks for a symbol inside the middle 120 pixels.
        Assert.DoesNotContain(icon.Pixels.Index(), pixel => !InTheMiddle(pixel.Index % 192, pixel.Index / 192) && pixel.Item != background);
        Assert.True(icon.Pixels.Count(pixel => pixel is (255, 255, 255, 255)) > 2000);
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public void The_outline_icon_is_32_in_white_on_nothing(TeamsApp app)
    {
        var icon = Png.Read(A.Files(A.Package(app))["outline.png"]);
        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.True(icon.HasAlpha);
        Assert.All(icon.Pixels.Where(pixel => pixel.A > 0), pixel => Assert.Equal((255, 255, 255), (pixel.R, pixel.G, pixel.B)));
        Assert.InRange(icon.Pixels.Count(pixel => pixel.A == 0), 500, 900);
        Assert.InRange(icon.Pixels.Count(pixel => pixel.A > 200), 60, 400);
        Assert.Equal(0, icon.At(0, 0).A);
    }

    [Fact]
    public void The_two_apps_can_be_told_apart_where_both_are_pinned()
    {
        var (customers, technicians) = (A.Files(A.Package(TeamsApp.Customers)), A.Files(A.Package(TeamsApp.Technicians)));
        foreach (var name in (string[])["color.png", "outline.png"]) Assert.NotEqual(Png.Read(customers[name]).Samples, Png.Read(technicians[name]).Samples);
    }

    private static bool InTheMiddle(int x, int y) => x is >= 36 and < 156 && y is >= 36 and < 156;
}
