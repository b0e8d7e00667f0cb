using SiOne.Bot.Engine.Ports;
using static SiOne.Bot.Stores.Tests.Samples;

namespace SiOne.Bot.Stores.Tests;

public abstract partial class StoreCompliance
{
    [Fact]
    public async Task An_erased_text_is_gone_and_says_when_and_under_which_erasure_also_after_closing()
    {
        await CommitAsync(new StoreUnit { Texts = [Text("a", 1), Text("b", 2), Text("c", 3)] });
        await CommitAsync(new StoreUnit { ErasedTexts = [Erased("b")] });

        for (var again = 0; again < 2; again++)
        {
            Assert.Null(await Store.FindTextAsync("b", None));
            Same(Erased("b"), await Store.FindErasedTextAsync("b", None));
            Assert.Null(await Store.FindErasedTextAsync("a", None));
            Assert.Equal(["a", "c"], (await Store.ListTextsAsync("", 100, None)).Select(row => row.Key));
            await ReopenAsync();
        }
    }

    [Fact]
    public async Task Where_there_is_no_text_nothing_is_erased_and_an_erasure_repeated_changes_nothing()
    {
        await CommitAsync(new StoreUnit { ErasedTexts = [Erased("never")] });
        Assert.Null(await Store.FindErasedTextAsync("never", None));
        await CommitAsync(new StoreUnit { Texts = [Text("a", 1)] });
        await CommitAsync(new StoreUnit { ErasedTexts = [Erased("a", 1)] });
        await CommitAsync(new StoreUnit { ErasedTexts = [Erased("a", 2)] });
        Same(Erased("a", 1), await Store.FindErasedTextAsync("a", None));
    }

    [Fact]
    public async Task A_text_written_anew_under_an_erased_key_is_there_and_can_be_erased_again()
    {
        await CommitAsync(new StoreUnit { Texts = [Text("chat/1", 1)], ErasedTexts = [Erased("chat/1", 1)] });
        Assert.Null(await Store.FindTextAsync("chat/1", None));
        await CommitAsync(new StoreUnit { Texts = [Text("chat/1", 2)] });
        Same(Text("chat/1", 2), await Store.FindTextAsync("chat/1", None));
        await CommitAsync(new StoreUnit { ErasedTexts = [Erased("chat/1", 3)] });
        Assert.Null(await Store.FindTextAsync("chat/1", None));
        Same(Erased("chat/1", 3), await Store.FindErasedTextAsync("chat/1", None));
    }

    [Fact]
    public async Task Where_the_key_itself_names_somebody_nothing_stays()
    {
        await CommitAsync(new StoreUnit { Texts = [Text("chat/somebody", 1)] });
        await CommitAsync(new StoreUnit { ErasedTexts = [Erased("chat/somebody") with { WithoutTrace = true }, Erased("chat/nobody") with { WithoutTrace = true }] });
        Assert.Null(await Store.FindTextAsync("chat/somebody", None));
        Assert.Null(await Store.FindErasedTextAsync("chat/somebody", None));
    }

    [Fact]
    public async Task A_unit_in_conflict_erases_nothing()
    {
        await CommitAsync(new StoreUnit { Texts = [Text("a", 1)] });
        await ConflictAsync(new StoreUnit { ErasedTexts = [Erased("a")], Outbox = [Answer("k") with { Version = 2, State = OutboxState.Dropped }] });
        Same(Text("a", 1), await Store.FindTextAsync("a", None));
        Assert.Null(await Store.FindErasedTextAsync("a", None));
    }

    [Fact]
    public async Task Texts_are_walked_through_page_by_page()
    {
        await CommitAsync(new StoreUnit { Texts = [.. Enumerable.Range(0, 230).Select(n => Text($"t/{n:D3}", (byte)n))] });
        await CommitAsync(new StoreUnit { ErasedTexts = [.. Enumerable.Range(0, 230).Where(n => n % 3 == 0).Select(n => Erased($"t/{n:D3}"))] });
        var all = await WalkAsync(Store.ListTextsAsync, row => row.Key, 100);
        Assert.Equal(Enumerable.Range(0, 230).Where(n => n % 3 != 0).Select(n => $"t/{n:D3}"), all.Select(row => row.Key));
    }
}
