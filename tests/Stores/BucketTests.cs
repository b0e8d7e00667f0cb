using System.Globalization;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Stores.Tests;

/// <summary>The packed entries of one bucket of look-ups.</summary>
public sealed class BucketTests
{
    [Fact]
    public void Keys_are_found_by_their_tag_in_their_order_also_by_who_reads_the_bucket_anew()
    {
        var bucket = new Bucket([]);
        for (var i = 0; i < 100; i++) Assert.True(bucket.Put(Tag(i % 10), All($"clé {i}")));

        foreach (var one in new[] { bucket, new Bucket([.. bucket.Packed]) })
            for (var tag = 0; tag < 10; tag++)
                Assert.Equal(Enumerable.Range(0, 10).Select(i => $"clé {tag + (10 * i)}"), one.Find(Tag(tag)));
        Assert.Empty(bucket.Find(Tag(10)));
    }

    [Fact]
    public void A_key_is_put_once_under_a_tag()
    {
        var bucket = new Bucket([]);
        Assert.True(bucket.Put(Tag(1), All("a")));
        Assert.False(bucket.Put(Tag(1), All("a")));
        Assert.True(bucket.Put(Tag(2), All("a")));
        Assert.Equal(["a"], bucket.Find(Tag(1)));
    }

    [Fact]
    public void A_tag_that_leads_to_one_row_is_led_elsewhere_and_the_others_stay()
    {
        var bucket = new Bucket([]);
        foreach (var key in new[] { "m1", "m20", "m3" }) bucket.Put(Tag(key.Length), Greatest(key));
        bucket.Put(Tag(9), All("other"));

        Assert.True(bucket.Put(Tag(2), Greatest("m777777")));
        Assert.False(bucket.Put(Tag(2), Greatest("m0")));

        foreach (var one in new[] { bucket, new Bucket([.. bucket.Packed]) })
        {
            Assert.Equal(["m777777"], one.Find(Tag(2)));
            Assert.Equal(["m20"], one.Find(Tag(3)));
            Assert.Equal(["other"], one.Find(Tag(9)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255 - 14)]
    [InlineData(256 - 14)]
    [InlineData(257 - 14)]
    [InlineData(512 - 14)]
    public void It_grows_in_steps_and_ends_with_a_zero(int length)
    {
        var bucket = new Bucket([]);
        bucket.Put(Tag(1), All(new string('x', length)));

        Assert.Equal(0, bucket.Packed.Length % 256);
        Assert.Equal(0, bucket.Packed[^1]);
        Assert.Equal([new string('x', length)], new Bucket([.. bucket.Packed]).Find(Tag(1)));
    }

    private static byte[] Tag(int number) => System.Text.Encoding.ASCII.GetBytes(number.ToString("D12", CultureInfo.InvariantCulture));

    private static LedTerm All(string key) => new(new Term("t", TermKeeps.All), key, _ => false);

    private static LedTerm Greatest(string key) => new(new Term("t", TermKeeps.GreatestKey), key, other => string.CompareOrdinal(key, other) > 0);
}
