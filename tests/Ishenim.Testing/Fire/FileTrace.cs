using System.Diagnostics;
using System.Globalization;

namespace Ishenim.Testing.Fire;

/// <summary>
/// What a file system tells of a kept file besides its times: its place in the listing of its folder, its number (inode), when it
/// was changed and, where the file system keeps it, when it was born. Nobody can set these.
/// </summary>
public sealed record FileTrace(Guid File, int Place, long Number, double Changed, double Born)
{
    public static async Task<IReadOnlyList<FileTrace>> AllAsync(string folder)
    {
        using var find = Process.Start(new ProcessStartInfo("find", [folder, "-type", "f", "-printf", "%f %i %C@ %B@\n"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var lines = (await find.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await find.WaitForExitAsync();
        return [.. lines.Select((line, place) => Parse(line.Split(' '), place))];
    }

    private static FileTrace Parse(string[] words, int place) => new(
        Guid.ParseExact(words[0], "N"), place, long.Parse(words[1], CultureInfo.InvariantCulture), Seconds(words[2]), Seconds(words[3]));

    /// <summary>A time of birth that is not known stands as something else than a number.</summary>
    private static double Seconds(string word) => double.TryParse(word, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
}
