using System.Text.RegularExpressions;

namespace Ishenim.Core.Journal;

/// <summary>
/// Numbers of a series that were given out after the backup from which the school was restored, so that only paper
/// holds them: <c>appeals:2026=41-45</c> in the line of the restore.
/// </summary>
public sealed partial record PaperNumbers(string Series, long From, long To)
{
    public static bool TryParse(string detail, out PaperNumbers? numbers)
    {
        var match = Form().Match(detail);
        numbers = match.Success && long.TryParse(match.Groups["from"].Value, out var from) && long.TryParse(match.Groups["to"].Value, out var to)
            ? new PaperNumbers(match.Groups["series"].Value, from, to)
            : null;
        return numbers is not null;
    }

    public override string ToString() => $"{Series}={From}-{To}";

    [GeneratedRegex(@"^(?<series>[a-z:0-9]+)=(?<from>\d{1,15})-(?<to>\d{1,15})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
