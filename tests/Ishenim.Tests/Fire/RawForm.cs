using System.Net;
using System.Text;

namespace Ishenim.Tests.Fire;

/// <summary>Forms byte for byte, as no browser would send them.</summary>
internal static class RawForm
{
    /// <param name="pairs">Such as "text=%ED%A0%80&amp;text=b".</param>
    public static ByteArrayContent Pairs(string pairs) => Of("application/x-www-form-urlencoded", pairs);

    /// <summary>The same fields, byte for byte, as a browser sends them beside files.</summary>
    public static ByteArrayContent Parts(string pairs)
    {
        List<byte> body = [];
        foreach (var pair in pairs.Split('&'))
        {
            var (name, value) = (pair.Split('=')[0], Encoding.ASCII.GetBytes(pair.Split('=')[1]));
            body.AddRange(Encoding.ASCII.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n"));
            body.AddRange([.. WebUtility.UrlDecodeToBytes(value, 0, value.Length)!, .. "\r\n"u8]);
        }
        return Of("multipart/form-data; boundary=x", [.. body, .. "--x--\r\n"u8]);
    }

    public static ByteArrayContent Of(string type, string body) => Of(type, Encoding.UTF8.GetBytes(body));

    private static ByteArrayContent Of(string type, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
