namespace Ishenim.Core.Schools;

/// <summary>What a school may set, with the regulation's values as defaults.</summary>
public sealed record SchoolSettings
{
    public const int MostFiles = 50;
    public const int MostFileMegabytes = 100;
    public const int MostTextCharacters = 20_000;
    public const int BoxPlaceLength = 200;
    public const int MailboxLength = 254;
    public const int SiteOriginLength = 270;
    public const int OrderNumberLength = 30;

    /// <summary>In percent; more than this take part.</summary>
    public const int LeastQuorum = 50;
    public const int MostQuorum = 90;
    public const int MostMeetings = 10;

    /// <summary>Working days in which an answer is due (law of 2007, Art. 8) before a dated rule says otherwise; see <see cref="SchoolCalendars.Rules"/>.</summary>
    public int AnswerWorkingDays { get; init; } = 14;

    /// <summary>Calendar days between openings of the box (regulation F2), likewise.</summary>
    public int OpeningEveryDays { get; init; } = 15;

    /// <summary>
    /// Where the box hung as 0.1 kept it: at set-up and when an older school is brought up, the first box is made from it.
    /// The truth since then are the rows of the boxes.
    /// </summary>
    public string BoxPlace { get; init; } = "";

    /// <summary>The actual last opening that the school brings with it (X8); null when none is known.</summary>
    public DateOnly? LastOpeningOn { get; init; }

    /// <summary>Whether Saturday is a working day, as set at set-up; likewise.</summary>
    public bool SixDayWeek { get; init; }

    /// <summary>How many have to be present at an opening; null: the usual three. A small village may not have so many.</summary>
    public int? OpeningSigners { get; init; }

    /// <summary>How many of them should be of the commission where possible; null: the usual two.</summary>
    public int? OpeningMembers { get; init; }

    /// <summary>The day on which the school's council approved its regulation; null: papers do not name it.</summary>
    public DateOnly? RegulationOn { get; init; }

    /// <summary>The director's order that names the commission; null: papers do not name it.</summary>
    public string? OrderNumber { get; init; }

    public DateOnly? OrderOn { get; init; }

    /// <summary>Whether answers of the notice board stand on the public page, too.</summary>
    public bool ShowBoard { get; init; }

    /// <summary>Whether the public is told by whose name, and not by post alone, the box is opened.</summary>
    public bool ShowOpener { get; init; }

    /// <summary>A meeting of the commission has a quorum where more than so many percent of its members take part; null: the usual half.</summary>
    public int? QuorumPercent { get; init; }

    /// <summary>How many meetings the commission holds at least in a half-year (regulation C2); null: the usual two.</summary>
    public int? MeetingsPerHalfYear { get; init; }

    public int Quorum => QuorumPercent ?? 50;

    public int LeastMeetings => MeetingsPerHalfYear ?? 2;

    public int LeastSigners => OpeningSigners ?? 3;

    public int WishedMembers => OpeningMembers ?? 2;

    public int Files { get; init; } = 10;

    public int FileMegabytes { get; init; } = 25;

    public int TextCharacters { get; init; } = MostTextCharacters;

    /// <summary>The school's own trust-mail mailbox, told of every new letter; null for none.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The school's own site, such as <c>https://mektep.kg</c>: it alone may show the writers' pages in a frame (G4); null for none.</summary>
    public string? SiteOrigin { get; init; }

    /// <summary>
    /// Hours of the school's day (0–23) at which new letters appear at the desk and in notices; empty: at once.
    /// It keeps colleagues from telling a writer by the minute; urgent letters never wait.
    /// </summary>
    public IReadOnlyList<int> AppearAtHours { get; init; } = [];

    public long FileBytes => FileMegabytes * 1024L * 1024L;
}
