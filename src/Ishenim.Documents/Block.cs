namespace Ishenim.Documents;

/// <summary>One piece of a paper, from the top down. All texts are plain: whatever they hold is written, never carried out.</summary>
public abstract record Block;

/// <summary>The name of the paper, in the middle.</summary>
public sealed record Title(string Text, string? Below = null) : Block;

/// <summary>Two columns of lines beside each other, such as the director's approval at the right.</summary>
public sealed record Heading(IReadOnlyList<string> Left, IReadOnlyList<string> Right) : Block
{
    /// <summary>Whether the right lines end at the margin, as the town does in the line of the day.</summary>
    public bool RightAtEdge { get; init; }
}

/// <summary>Running text; line breaks in it are kept.</summary>
public sealed record Paragraph(string Text, TextLook Look = TextLook.Plain) : Block;

public enum TextLook
{
    Plain,
    Strong,
    Small,
    Centred,
    /// <summary>Centred as well, as on a cover.</summary>
    Large,
    Huge,
    /// <summary>Digits to copy by hand, all of one width.</summary>
    Code,
    /// <summary>What one must not overlook: framed.</summary>
    Framed,
}

/// <summary>Names with their values, each on a line: <c>Кутуча: № 1</c>.</summary>
public sealed record Facts(IReadOnlyList<Fact> Lines) : Block;

public sealed record Fact(string Name, string Value);

/// <summary>Lines with numbers from 1.</summary>
public sealed record Numbered(IReadOnlyList<string> Lines) : Block;

/// <summary>Lines with dots.</summary>
public sealed record Bulleted(IReadOnlyList<string> Lines) : Block;

/// <summary>A table; its head stands again on each sheet.</summary>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block
{
    /// <summary>Whether people write in it with a pen: rows are higher then.</summary>
    public bool ByHand { get; init; }
}

/// <param name="Head">What stands above it.</param>
/// <param name="Width">Its share of the width, against the other columns' shares.</param>
public sealed record Column(string Head, int Width);

/// <summary>What a cell holds; a workbook keeps numbers and days as such.</summary>
public sealed record Cell
{
    public string Text { get; private init; } = "";

    public long? Number { get; private init; }

    public DateOnly? Day { get; private init; }

    public static Cell Empty { get; } = new();

    public static implicit operator Cell(string? text) => FromText(text);

    public static implicit operator Cell(long number) => FromNumber(number);

    public static implicit operator Cell(DateOnly day) => FromDay(day);

    public static Cell FromText(string? text) => new() { Text = text ?? "" };

    public static Cell FromNumber(long number) => new() { Text = number.ToString(), Number = number };

    public static Cell FromDay(DateOnly day) => new() { Text = PaperDates.Short(day), Day = day };
}

/// <summary>Lines to sign on, each with the word before it and the name behind it.</summary>
public sealed record Signatures(IReadOnlyList<Signature> Lines) : Block
{
    /// <summary>All beside each other instead of below each other.</summary>
    public bool InOneRow { get; init; }
}

public sealed record Signature(string Before, string Name);

/// <summary>Empty lines to write on.</summary>
public sealed record WritingLines(int Count) : Block;

/// <summary>Two stacks of blocks next to each other.</summary>
/// <param name="Left">What takes the rest of the width.</param>
/// <param name="Right">What stands at the right.</param>
/// <param name="RightMillimetres">The width of the right one.</param>
public sealed record Beside(IReadOnlyList<Block> Left, IReadOnlyList<Block> Right, int RightMillimetres) : Block;

/// <summary>Blocks that stay on one sheet, in a place of fixed height.</summary>
public sealed record Part(IReadOnlyList<Block> Blocks, int HeightMillimetres) : Block;

/// <summary>Room between what stands above and below.</summary>
public sealed record Room(int Millimetres) : Block;

/// <summary>What follows stands on a new sheet.</summary>
public sealed record PageBreak : Block;

/// <summary>A line to cut or tear along, with what it is for.</summary>
public sealed record TearLine(string Text) : Block;

/// <summary>The journal's fingerprint with its QR code, at the foot of a paper that people sign.</summary>
/// <param name="Label">What it is, in the paper's language.</param>
/// <param name="Text">As <c>1234-ABCD-EFGH-JKMN-PQRS-TVWX</c>.</param>
public sealed record FingerprintFoot(string Label, string Text) : Block;

/// <summary>A QR code, with the same in letters below where it is to be typed as well.</summary>
/// <param name="Content">What a phone reads.</param>
/// <param name="Below">Null: nothing.</param>
/// <param name="Millimetres">The length of a side.</param>
public sealed record QrCode(string Content, string? Below, int Millimetres) : Block;
