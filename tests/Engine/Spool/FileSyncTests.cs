using System.ComponentModel;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Tests.Spool;

public sealed class FileSyncTests
{
    [Fact]
    public void What_cannot_be_synced_is_not_said_to_be()
    {
        if (!OperatingSystem.IsLinux()) return; // Elsewhere .NET makes the call.
        using var nowhere = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write);
        var refused = Assert.Throws<IOException>(() => FileSync.Flush(nowhere));
        Assert.Equal(22, refused.HResult); // EINVAL
        Assert.False(DiskFault.Is(refused));
    }

    [Fact]
    public void A_failing_disk_is_told_from_a_full_one()
    {
        if (!OperatingSystem.IsLinux()) return; // Errors have other numbers elsewhere.
        Assert.True(DiskFault.Is(new IOException("EIO", 5)));
        Assert.True(DiskFault.Is(new InvalidOperationException("around it", new IOException("EIO", 5))));
        Assert.True(DiskFault.Is(new IOException("a folder", new Win32Exception(5))));
        Assert.False(DiskFault.Is(new IOException("ENOSPC", 28)));
        Assert.False(DiskFault.Is(new IOException("a folder", new Win32Exception(28))));
        Assert.False(DiskFault.Is(null));
    }
}
