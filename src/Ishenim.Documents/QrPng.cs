using QRCoder;

namespace Ishenim.Documents;

/// <summary>QR codes as the one kind of picture that browsers, WeasyPrint and word processors all draw sharply and quickly.</summary>
internal static class QrPng
{
    private const int PixelsPerModule = 6;

    public static byte[] Of(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsPerModule);
    }
}
