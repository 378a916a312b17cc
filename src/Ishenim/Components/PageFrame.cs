namespace Ishenim.Components;

/// <summary>What the layouts show around a page. Scoped to the request; filled before the page runs.</summary>
public sealed class PageFrame
{
    /// <summary>The school's name, nominative, in the page's language; null where no school is known.</summary>
    public string? School { get; set; }

    /// <summary>Whether every page must say that its people and letters are invented.</summary>
    public bool Demo { get; set; }

    /// <summary>The origin of the school's own site, which may show this page in a frame; null: nobody may.</summary>
    public string? Site { get; set; }

    /// <summary>For the Content-Security-Policy of this page.</summary>
    public string Ancestors => Site is null ? "frame-ancestors 'none'" : $"frame-ancestors 'self' {Site}";

    /// <summary>Where "quick exit" leads: a site at which nobody wonders to see a pupil.</summary>
    public Uri QuickExit { get; set; } = new("https://ky.wikipedia.org/");

    /// <summary>The signed-in person's name; null while nobody is.</summary>
    public string? Person { get; set; }

    /// <summary>The rooms of the desk that this person may enter, in order.</summary>
    public IReadOnlyList<Room> Rooms { get; set; } = [Room.Today, Room.Appeals, Room.Box, Room.Commission, Room.People, Room.Settings];
}

/// <summary>A room of the desk.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Name">The last part of its key in the words.</param>
/// <param name="Icon">A 24 × 24 line drawing.</param>
/// <param name="Also">Another address whose pages lie in the room; null: none.</param>
public sealed record Room(string Path, string Name, string Icon, string? Also = null)
{
    public static Room Today { get; } = new("/desk", "today", "M4 5h16v15H4zM4 9h16M8 3v4M16 3v4M8 14l3 3 5-5");

    public static Room Appeals { get; } = new("/desk/appeals", "appeals", "M3 6h18v13H3zM3 7l9 7 9-7");

    public static Room Box { get; } = new("/desk/openings", "box", "M3 9h18v11H3zM3 9l2-5h14l2 5M9 6.5h6M12 13v3M10 13h4", "/desk/boxes");

    public static Room Commission { get; } = new("/desk/commission", "commission", "M12 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM20 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6 21v-4c0-6 12-6 12 0v4M1 19c0-4 2-5 4-5M23 19c0-4-2-5-4-5");

    public static Room People { get; } = new("/desk/people", "people", "M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-9 14-9 14 0M16 4a4 4 0 0 1 0 7M18 14c3 1 4 4 4 7");

    public static Room Settings { get; } = new("/desk/settings", "settings", "M4 7h10M18 7h2M4 12h2M10 12h10M4 17h8M16 17h4M14 5v4h4V5zM6 10v4h4v-4zM12 15v4h4v-4z");

    /// <summary>Whether a page at <paramref name="path"/> lies in this room.</summary>
    public bool Holds(PathString path) => this == Today ? path == Path : path.StartsWithSegments(Path, StringComparison.Ordinal)
        || (Also is not null && path.StartsWithSegments(Also, StringComparison.Ordinal));
}
