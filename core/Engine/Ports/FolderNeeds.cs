namespace SiOne.Bot.Engine.Ports;

/// <summary>What an operator reads of a folder that this account cannot use.</summary>
public static class FolderNeeds
{
    /// <summary>It cannot be written: which account, and what to do.</summary>
    public static string Writing(string folder) =>
        $"{folder} cannot be written by {Environment.UserName}: make that account the owner (chown), give it the right to write (chmod u+rwx), "
        + "mount the disk for writing, or set SiOne:DataFolder to another folder.";
}
