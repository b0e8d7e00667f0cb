namespace SiOne.Bot.Graph.Settings;

/// <summary>How much harm a permission can do. Each class has an app registration of its own, so that a stolen key opens one class only (RELIABILITY E73).</summary>
public enum PowerClass
{
    /// <summary>Looks, and changes nothing.</summary>
    Reading,

    /// <summary>Changes what can be changed back.</summary>
    Changing,

    /// <summary>Deletes, and acts on devices: one permission of Intune covers locking, retiring and wiping alike. Off unless configured.</summary>
    Destroying,
}
