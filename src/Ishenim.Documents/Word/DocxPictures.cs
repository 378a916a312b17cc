using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ParagraphProperties = DocumentFormat.OpenXml.Wordprocessing.ParagraphProperties;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Ishenim.Documents.Word;

/// <summary>QR codes in a Word file.</summary>
internal sealed class DocxPictures(MainDocumentPart main)
{
    private const long EmuPerMillimetre = 36_000;
    private uint _count;

    public DocumentFormat.OpenXml.Wordprocessing.Paragraph Qr(string content, int millimetres)
    {
        var part = main.AddImagePart(ImagePartType.Png);
        using (var png = new MemoryStream(QrPng.Of(content)))
            part.FeedData(png);
        var side = millimetres * EmuPerMillimetre;
        return new(new ParagraphProperties(new Justification { Val = JustificationValues.Center }), new Run(new Drawing(new Inline(
            new Extent { Cx = side, Cy = side },
            new EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DocProperties { Id = ++_count, Name = $"QR {_count}", Description = CleanText.OneLine(content) },
            new Graphic(new GraphicData(Picture(main.GetIdOfPart(part), side)) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 })));
    }

    private Pictures.Picture Picture(string part, long side) => new(
        new Pictures.NonVisualPictureProperties(
            new Pictures.NonVisualDrawingProperties { Id = _count, Name = $"QR {_count}" },
            new Pictures.NonVisualPictureDrawingProperties()),
        new Pictures.BlipFill(new Blip { Embed = part }, new Stretch(new FillRectangle())),
        new Pictures.ShapeProperties(
            new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = side, Cy = side }),
            new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }));
}
