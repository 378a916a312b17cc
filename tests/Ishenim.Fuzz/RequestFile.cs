using System.Text;

namespace Ishenim.Fuzz;

/// <summary>
/// A request as a file: method and address, then the type, a line each, then the body. What only one run knows, such as its
/// token, stands there as its name in braces.
/// </summary>
public static class RequestFile
{
    public static byte[] Write(HostileRequest request, IEnumerable<KeyValuePair<string, string>> known)
    {
        var text = $"{request.Method} {request.Address}\n{request.Type}\n{Encoding.Latin1.GetString(request.Body)}";
        foreach (var (name, value) in known)
            text = text.Replace(value, $"{{{name}}}", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text);
    }

    public static HostileRequest Read(byte[] file, IEnumerable<KeyValuePair<string, string>> known)
    {
        var text = Encoding.Latin1.GetString(file);
        foreach (var (name, value) in known)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        var parts = text.Split('\n', 3);
        var first = parts[0].Split(' ', 2);
        return new HostileRequest(first[0], first[1], parts[1] is "" ? null : parts[1], Encoding.Latin1.GetBytes(parts[2]));
    }
}
