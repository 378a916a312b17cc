namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>What became of a file on its way through a <see cref="CleaningStream"/>.</summary>
public enum CleaningResult
{
    /// <summary>
    /// Neither a photo nor anything else that is known to carry its maker's traces (plain text, for
    /// instance). Every byte passed unchanged. A photo whose very first bytes are broken is this too.
    /// </summary>
    NotAPhoto,

    /// <summary>A sound JPEG, PNG or WebP: place, time, device, author, comments and previews are gone.</summary>
    Cleaned,

    /// <summary>
    /// A photo, sound or film of another format (HEIC, TIFF, GIF, MP4, MP3 …), which passed unchanged, or
    /// a broken JPEG, PNG or WebP, which passed unchanged from the broken place on. Say so to the writer.
    /// </summary>
    CouldNotClean,

    /// <summary>
    /// A document (PDF, Office, OpenDocument, RTF, SVG) or an archive: it passed unchanged and may hold
    /// its author's name. Any zip counts: Office files are zips, and the order of what is inside proves
    /// nothing.
    /// </summary>
    MayNameItsAuthor,
}
