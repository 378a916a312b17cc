using System.Globalization;

namespace Ishenim.Sealing;

/// <summary>What people and keyboards put between the groups of a code.</summary>
public static class Typed
{
    /// <summary>Spaces of any width, line ends, hyphens and dashes, and characters that cannot be seen.</summary>
    public static bool IsSeparator(char c) => char.IsWhiteSpace(c) || c == '\u2212' || char.GetUnicodeCategory(c)
        is UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator or UnicodeCategory.Format;
}
