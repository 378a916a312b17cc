using System.Text;

namespace Ishenim.Pages.Public.Forms;

/// <summary>A field's bytes as text.</summary>
internal static class FieldText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>False: the bytes were no UTF-8; what could not be read stands as U+FFFD.</summary>
    public static bool Decode(ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = Strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = Encoding.UTF8.GetString(bytes);
            return false;
        }
    }

    /// <summary>The longest beginning of at most that many bytes that ends between two characters.</summary>
    public static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> bytes, int most)
    {
        if (bytes.Length <= most)
            return bytes;
        var end = most;
        while (end > 0 && (bytes[end] & 0xC0) == 0x80)
            end--;
        return bytes[..end];
    }

    /// <summary>Characters as a reader counts them, and as the page's script does.</summary>
    public static int Characters(string text) => text.EnumerateRunes().Count();
}
