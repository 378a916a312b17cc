using System.Globalization;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;

namespace Ishenim.Commands;

/// <summary>
/// The last numbers on paper: from <c>--last-number</c>, else asked on a terminal, else those of the backup.
/// </summary>
internal sealed class PaperQuestions(IReadOnlyList<string> options)
{
    private readonly List<(string? School, LastNumber Number, string Written)> _left = [.. options.Select(Parse)];

    public Task<IReadOnlyList<LastNumber>> AskAsync(School school, IReadOnlyList<LastNumber> inBackup, bool last)
    {
        if (options.Count > 0)
            return Task.FromResult<IReadOnlyList<LastNumber>>(Take(school, last));
        if (Console.IsInputRedirected)
            return Task.FromResult<IReadOnlyList<LastNumber>>([]);
        return Task.FromResult<IReadOnlyList<LastNumber>>([.. inBackup.Select(number => Ask(school, number))]);
    }

    private List<LastNumber> Take(School school, bool last)
    {
        var own = _left.FindAll(one => one.School is null || one.School == school.Slug);
        _left.RemoveAll(own.Contains);
        // Forgotten in silence, numbers would be given out twice.
        return last && _left.Count > 0
            ? throw new CommandException($"--last-number {_left[0].Written}: the backup has no such school; nothing was restored", 2)
            : own.ConvertAll(one => one.Number);
    }

    private static LastNumber Ask(School school, LastNumber inBackup)
    {
        while (true)
        {
            Console.Write($"School {school.Slug}: the last number of {inBackup.Series} on paper (in the backup it is {inBackup.Last}; Enter for the same): ");
            var typed = Console.ReadLine()?.Trim();
            if (string.IsNullOrEmpty(typed))
                return inBackup;
            if (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last >= inBackup.Last)
                return inBackup with { Last = last };
            Console.WriteLine($"A whole number, {inBackup.Last} or higher.");
        }
    }

    private static (string? School, LastNumber Number, string Written) Parse(string written)
    {
        var slash = written.IndexOf('/', StringComparison.Ordinal);
        var parts = written[(slash + 1)..].Split('=');
        return parts.Length == 2 && Counters.IsSeries(parts[0])
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? (slash < 0 ? null : written[..slash], new LastNumber(parts[0], last), written)
            : throw new CommandException("--last-number takes SERIES=N or SCHOOL/SERIES=N, such as appeals:2026=41; the series are appeals, restricted, acts, protocols and openings", 2);
    }
}
