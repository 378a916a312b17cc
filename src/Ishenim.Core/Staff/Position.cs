namespace Ishenim.Core.Staff;

/// <summary>What a person is in the school: a letter "about a deputy" keeps every deputy from reading it.</summary>
public enum Position
{
    Other = 0,
    Director = 1,
    Deputy = 2,
    Teacher = 3,

    /// <summary>A member of the parents' committee.</summary>
    Committee = 4,
}
