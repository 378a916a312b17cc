namespace Ishenim.Core.Commission;

/// <summary>Whether enough members take part in a meeting (C2). Pure arithmetic.</summary>
public static class MeetingQuorum
{
    /// <summary>The fewest that are more than so many percent of the members.</summary>
    public static int Needed(int members, int percent) => (members * percent / 100) + 1;

    public static bool IsThere(int members, int present, int percent) => present >= Needed(members, percent);
}
