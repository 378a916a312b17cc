using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ishenim.Documents.Word;

/// <summary>Paragraphs and the text in them. Order of properties is the schema's.</summary>
internal sealed record DocxText
{
    public bool Strong { get; init; }

    public bool Centred { get; init; }

    public bool AtEdge { get; init; }

    public bool Framed { get; init; }

    public bool Mono { get; init; }

    /// <summary>In points; null: the document's.</summary>
    public double? Size { get; init; }

    /// <summary>Room above and below, in points; null: the document's.</summary>
    public double? Room { get; init; }

    /// <summary>Hanging indent for lines with numbers or dots.</summary>
    public bool Hanging { get; init; }

    public DocumentFormat.OpenXml.Wordprocessing.Paragraph Of(params IEnumerable<string> lines) => new(Properties(), Run(lines));

    public Run Run(IEnumerable<string> lines)
    {
        var run = new Run(RunProperties());
        var first = true;
        foreach (var line in lines.SelectMany(text => CleanText.Of(text).Split('\n')))
        {
            if (!first)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            first = false;
        }
        return run;
    }

    public ParagraphProperties Properties()
    {
        var properties = new ParagraphProperties();
        if (Framed)
            properties.Append(new ParagraphBorders(Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>()));
        if (Room is { } room)
            properties.Append(new SpacingBetweenLines { Before = Twentieths(room), After = Twentieths(room) });
        if (Hanging)
            properties.Append(new Indentation { Left = "400", Hanging = "400" });
        if (Centred || Framed)
            properties.Append(new Justification { Val = JustificationValues.Center });
        else if (AtEdge)
            properties.Append(new Justification { Val = JustificationValues.Right });
        return properties;
    }

    private RunProperties RunProperties()
    {
        var properties = new RunProperties();
        if (Mono)
            properties.Append(new RunFonts { Ascii = "PT Mono", HighAnsi = "PT Mono" });
        if (Strong || Framed)
            properties.Append(new Bold());
        if (Size is { } size)
            properties.Append(new FontSize { Val = DocxStyles.HalfPoints(size) });
        return properties;
    }

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 12, Space = 6 };

    private static string Twentieths(double points) => ((int)(points * 20)).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
