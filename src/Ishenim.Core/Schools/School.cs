using Ishenim.Core.Calendar;
using Ishenim.Sealing;

namespace Ishenim.Core.Schools;

/// <summary>A school that keeps a trust mail in this installation.</summary>
public sealed class School
{
    public const int SlugLength = 40;
    public const int NameLength = 120;
    public const int TownLength = 80;
    public const int CodeSaltBytes = 16;

    public required SchoolId Id { get; init; }

    /// <summary>Its part of the address: <c>/s/SLUG/</c>. Lower-case Latin letters, digits and hyphens.</summary>
    public required string Slug { get; set; }

    /// <summary>Its place in the installation, from 1; the first answers at <c>/</c>.</summary>
    public required int Place { get; init; }

    public required SchoolName Name { get; set; }

    public required string Town { get; set; }

    /// <summary>The language of its papers and the one its pages open in: ky, ru or en.</summary>
    public required string Language { get; set; }

    /// <summary>An IANA time zone: "today" is reckoned in it.</summary>
    public required string TimeZone { get; set; }

    public required SchoolSettings Settings { get; set; }

    /// <summary>Days and rules set by hand; null: none yet.</summary>
    public CalendarBook? CalendarBook { get; set; }

    /// <summary>16 random bytes that go into the stretching of every receipt code of this school.</summary>
    public required byte[] CodeSalt { get; init; }

    /// <summary>How hard a code is stretched; fixed for the school, since every code ever given depends on it.</summary>
    public required long CodeOperations { get; init; }

    public required long CodeMemoryBytes { get; init; }

    public required DateOnly CreatedOn { get; init; }

    /// <summary>The day from which letters can be written; null until all readers have keys and signed undertakings.</summary>
    public DateOnly? OpenedOn { get; set; }

    /// <summary>Since when the readers of new letters are these; shown to the public.</summary>
    public DateOnly? ReadersSince { get; set; }

    /// <summary>Invented people and letters; said on every page.</summary>
    public bool Demo { get; init; }

    /// <summary>Guards against two people editing at once.</summary>
    public int Version { get; set; }

    /// <summary>Papers are Kyrgyz or Russian, whatever language the screens have.</summary>
    public string OfficialLanguage => Language == "ru" ? "ru" : "ky";

    public Argon CodeArgon => new(CodeOperations, CodeMemoryBytes);

    public SchoolClock Clock(TimeProvider time) => new(time, TimeZone);
}
