using FsCheck.Xunit;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

public sealed class RequestReferenceTests
{
    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 0 }, "SI-0000-0000")]
    [InlineData(new byte[] { 255, 255, 255, 255, 255 }, "SI-ZZZZ-ZZZZ")]
    [InlineData(new byte[] { 0x08, 0x86, 0x42, 0x98, 0xE8 }, "SI-1234-5678")]
    public void Forty_bits_make_a_reference(byte[] bits, string reference) => Assert.Equal(reference, RequestReference.Of(bits).ToString());

    [Theory]
    [InlineData("SI-7K3M-9QXA")]
    [InlineData("RE: [SI-7K3M-9QXA] boîte mail")]
    [InlineData("re: si-7k3m-9qxa.")]
    [InlineData("(SI-7K3M-9QXA)")]
    [InlineData("votre demande\tSI-7K3M-9QXA\r\nmerci")]
    [InlineData("SI-SI-7K3M-9QXA")]
    [InlineData("SI-7K3M-9QX SI-7K3M-9QXA")]
    [InlineData("SI-7K3M-9QXAB SI-7K3M-9QXA")]
    [InlineData("SI-7K3M 9QXA SI-7K3M-9QXA SI-0000-0000")]
    [InlineData("XSI-0000-0000 SI-7K3M-9QXA")]
    [InlineData("<b>SI-7K3M-9QXA</b>")]
    [InlineData("\uD800SI-7K3M-9QXA\uDC00")]
    public void The_first_reference_in_a_text_is_found(string text) => Assert.Equal(new RequestReference("SI-7K3M-9QXA"), RequestReference.FindIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("SI-")]
    [InlineData("SI-7K3M-9QX")]
    [InlineData("SI-é7K3-9QXA")]
    [InlineData("SI-7K3M-éQXA")]
    [InlineData("SI-7K3M-9QXAB")]
    [InlineData("ASI-7K3M-9QXA")]
    [InlineData("éSI-7K3M-9QXA")]
    [InlineData("SI-7K3M9QXA0")]
    [InlineData("SI_7K3M_9QXA")]
    [InlineData("SI-7K3I-9QXA")] // I, L, O and U are no letters of it
    [InlineData("SI-7K3M-9QXO")]
    [InlineData("SI-7K3M-9QX\u0661")] // another script's digit
    [InlineData("SI-7K3M-9Q\u200BXA")]
    [InlineData("S\u0131-7K3M-9QXA")]
    public void What_only_looks_like_one_is_none(string text) => Assert.Null(RequestReference.FindIn(text));

    [Property]
    public bool What_is_printed_is_found_again(byte a, byte b, byte c, byte d, byte e, string? before, string? after)
    {
        var reference = RequestReference.Of([a, b, c, d, e]);
        var text = $"{before?.Replace("SI-", "", StringComparison.OrdinalIgnoreCase)} {reference.Value.ToLowerInvariant()} {after}";
        return RequestReference.FindIn(text) == reference;
    }

    [Property]
    public bool Any_text_is_searched_without_a_crash(string? text) =>
        RequestReference.FindIn($"SI-{text}") is not { } found || found.Value.Length == 12;

    [Fact]
    public void A_long_hostile_text_is_searched_once()
    {
        var text = string.Concat(Enumerable.Repeat("SI-7K3M-9QX-", 100_000)) + "SI-7K3M-9QXA";
        Assert.Equal("SI-7K3M-9QXA", RequestReference.FindIn(text)?.Value);
    }
}
