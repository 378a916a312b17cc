using QRCoder;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>A QR code as an inline picture, drawn on the server: dark on white in any colour scheme.</summary>
internal static class QrPicture
{
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x])
                    path.Append($"M{x} {y}h1v1h-1z");
        return $"<svg class=\"qr\" viewBox=\"0 0 {rows.Count} {rows.Count}\" width=\"200\" height=\"200\" role=\"img\" aria-label=\"QR\" shape-rendering=\"crispEdges\">"
            + $"<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>";
    }
}
