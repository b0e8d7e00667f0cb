namespace SiOne.Bot.Domain.Execution;

/// <summary>What a technician of SI-ONE may do. Settings write the names.</summary>
public enum TechnicianRole
{
    /// <summary>Works on requests, prepares plans.</summary>
    Technician,

    /// <summary>Says yes to plans as well.</summary>
    Lead,
}
