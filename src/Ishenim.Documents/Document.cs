namespace Ishenim.Documents;

/// <summary>A paper before it is written: blocks in their order, the sheet they stand on, and the language they are in.</summary>
public sealed record Document
{
    /// <summary>For the window's title and the file's properties; it stands on no sheet by itself.</summary>
    public required string Title { get; init; }

    public required PaperLanguage Language { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public PageFormat Page { get; init; } = new();
}

/// <summary>A sheet, by default as papers of schools are: A4 upright, 12 pt, room at the left for the folder's holes.</summary>
public sealed record PageFormat
{
    public PaperSize Size { get; init; } = PaperSize.A4;

    public bool Landscape { get; init; }

    /// <summary>In millimetres.</summary>
    public PageMargins Margins { get; init; } = new(Left: 30, Right: 15, Top: 20, Bottom: 20);

    /// <summary>In points.</summary>
    public double FontSize { get; init; } = 12;

    /// <summary>Room below a paragraph, as a share of the font's size.</summary>
    public double Spacing { get; init; } = 0.3;

    /// <summary>Whether each sheet bears its number.</summary>
    public bool Numbered { get; init; } = true;

    /// <summary>Between the margins, in millimetres.</summary>
    public int WidthInside => (Landscape ? Size.Height() : Size.Width()) - Margins.Left - Margins.Right;
}

/// <summary>Margins in millimetres.</summary>
public sealed record PageMargins(int Left, int Right, int Top, int Bottom);

public enum PaperSize
{
    A4,
    A3,
}

public static class PaperSizes
{
    /// <summary>The shorter side, in millimetres.</summary>
    public static int Width(this PaperSize size) => size == PaperSize.A3 ? 297 : 210;

    /// <summary>The longer side, in millimetres.</summary>
    public static int Height(this PaperSize size) => size == PaperSize.A3 ? 420 : 297;
}

/// <summary>The official languages; no paper is in another one.</summary>
public enum PaperLanguage
{
    Kyrgyz,
    Russian,
}
