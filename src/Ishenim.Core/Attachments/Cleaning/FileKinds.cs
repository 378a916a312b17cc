namespace Ishenim.Core.Attachments.Cleaning;

internal enum FileKind
{
    Other,
    Jpeg,
    Png,
    Webp,
    OtherMedia,
    Document,
}

/// <summary>Tells a file's kind by its first bytes; names and endings are the sender's word only.</summary>
internal static class FileKinds
{
    /// <summary>Bytes; readers of PDF accept the header anywhere in the first 1024.</summary>
    public const int BytesToTell = 1024;

    public static FileKind Tell(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        _ when IsRiff(start, "WEBP"u8) => FileKind.Webp,
        _ when IsOtherPhoto(start) || IsFilm(start) || IsSound(start) => FileKind.OtherMedia,
        _ when IsDocument(start) || IsArchive(start) => FileKind.Document,
        _ => FileKind.Other,
    };

    /// <summary>The result for a file whose cleaning did not finish, or was not tried.</summary>
    public static CleaningResult Uncleaned(FileKind kind) => kind switch
    {
        FileKind.Other => CleaningResult.NotAPhoto,
        FileKind.Document => CleaningResult.MayNameItsAuthor,
        _ => CleaningResult.CouldNotClean,
    };

    private static bool IsRiff(ReadOnlySpan<byte> start, ReadOnlySpan<byte> form) =>
        start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith(form);

    // TIFF (also DNG, NEF, CR2, ARW), BigTIFF, Panasonic, Olympus, JPEG XR, GIF, Photoshop, JPEG XL, JPEG 2000.
    private static bool IsOtherPhoto(ReadOnlySpan<byte> start) =>
        start is [(byte)'I', (byte)'I', 0x2A or 0x2B or 0x55 or 0xBC or (byte)'R', ..]
            or [(byte)'M', (byte)'M', 0x00 or (byte)'O', 0x2A or 0x2B or (byte)'R', ..]
            or [0xFF, 0x0A, ..] or [0xFF, 0x4F, 0xFF, 0x51, ..]
            or [0x00, 0x00, 0x00, 0x0C, (byte)'J' or (byte)'j', ..]
        || start.StartsWith("GIF8"u8) || start.StartsWith("8BPS"u8) || start.StartsWith("FUJIFILM"u8);

    // HEIC, AVIF, MP4, MOV, 3GP, M4A, CR3 are one family of boxes; then Matroska and WebM, AVI, Windows Media, MPEG, Flash.
    private static bool IsFilm(ReadOnlySpan<byte> start) =>
        (start.Length >= 8 && IsBox(start[4..8])) || IsRiff(start, "AVI "u8)
        || start is [0x1A, 0x45, 0xDF, 0xA3, ..] or [0x30, 0x26, 0xB2, 0x75, ..] or [0x00, 0x00, 0x01, 0xB3 or 0xBA, ..]
        || start.StartsWith("FLV"u8);

    private static bool IsBox(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("ftyp"u8) || name.SequenceEqual("moov"u8) || name.SequenceEqual("mdat"u8)
        || name.SequenceEqual("wide"u8) || name.SequenceEqual("free"u8) || name.SequenceEqual("skip"u8);

    // MPEG layer III and AAC frames begin with their sync bits; FF FE is left out, it begins UTF-16 text.
    private static bool IsSound(ReadOnlySpan<byte> start) =>
        start is [0xFF, 0xFB or 0xFA or 0xF3 or 0xF2 or 0xE3 or 0xE2 or 0xF0 or 0xF1 or 0xF8 or 0xF9, ..]
        || start.StartsWith("ID3"u8) || start.StartsWith("OggS"u8) || start.StartsWith("fLaC"u8)
        || start.StartsWith("#!AMR"u8) || IsRiff(start, "WAVE"u8);

    private static bool IsDocument(ReadOnlySpan<byte> start) =>
        start is [0xD0, 0xCF, 0x11, 0xE0, ..] || start.StartsWith("{\\rtf"u8) || start.StartsWith("%!PS"u8)
        || start[..Math.Min(start.Length, BytesToTell)].IndexOf("%PDF-"u8) >= 0
        || start[..Math.Min(start.Length, BytesToTell)].IndexOf("<svg"u8) >= 0;

    private static bool IsArchive(ReadOnlySpan<byte> start) =>
        start is [(byte)'P', (byte)'K', 0x03 or 0x05 or 0x07, 0x04 or 0x06 or 0x08, ..]
            or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..]
        || start.StartsWith("Rar!"u8);
}
