using Ishenim.Core.Attachments.Cleaning;

namespace Ishenim.Fuzz.Targets;

/// <summary>Photos that are broken in some way: cleaned, or said not to be; never longer, never for ever.</summary>
internal static class PhotoTargets
{
    /// <summary>Stands in the originals wherever a cleaned photo must hold nothing (Fixtures/make.py).</summary>
    private static ReadOnlySpan<byte> Telltale => "TELLTALE"u8;

    private static readonly IReadOnlyList<string> Files = [.. Directory.GetFiles(Folder).Where(file => Path.GetExtension(file) != ".py").Order(StringComparer.Ordinal)];
    private static readonly IReadOnlyList<byte[]> Originals = [.. Files.Select(File.ReadAllBytes)];

    // A telltale between the scans of progressive.jpg is told from picture data by nothing but its marker (see CleaningStream).
    private static readonly IReadOnlyList<byte[]> TracesApart = [.. Files.Where(file => Path.GetFileName(file) != "progressive.jpg").Select(File.ReadAllBytes)];

    private static string Folder => Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures");

    /// <summary>Changed where they stand: nothing that was a trace can have become a part of the picture.</summary>
    public static FuzzTarget Changed { get; } = new("photo",
        dice => Mutation.InPlace(dice, dice.Of(TracesApart)),
        async bytes =>
        {
            var (cleaned, result) = await CleanAsync(bytes);
            FuzzTarget.Must(result != CleaningResult.Cleaned || cleaned.AsSpan().IndexOf(Telltale) < 0, "A photo with traces is called clean.");
        });

    /// <summary>Cut, doubled, glued: traces may then stand within the picture's own data, so only its bearing is looked at.</summary>
    public static FuzzTarget Torn { get; } = new("torn-photo", dice => Mutation.Torn(dice, dice.Of(Originals)), CleanAsync);

    private static async Task<(byte[] Bytes, CleaningResult Result)> CleanAsync(byte[] bytes)
    {
        // So many at once as the case itself says: a read never ends where a segment does.
        using var source = new Trickle(bytes, 1 + bytes.Sum(one => one) % 5000);
        await using var cleaning = new CleaningStream(source);
        using var cleaned = new MemoryStream();
        await cleaning.CopyToAsync(cleaned);
        FuzzTarget.Must(cleaned.Length <= bytes.Length, "A cleaned photo is longer.");
        FuzzTarget.Must(cleaning.Result is CleaningResult.Cleaned || cleaned.Length > 0 || bytes.Length == 0, "A file that was not cleaned went away.");
        return (cleaned.ToArray(), cleaning.Result);
    }
}
