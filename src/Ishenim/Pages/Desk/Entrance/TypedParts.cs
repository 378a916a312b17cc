using System.Text;
using Ishenim.Pages.Public.Forms;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>
/// The typed fields of a form with files. The files are read past, byte by byte as they come: nothing of them is kept, in
/// memory or on the disk, since nobody is signed in for whom they could be sealed.
/// </summary>
internal static class TypedParts
{
    /// <summary>Null where it broke off, or holds more text than <paramref name="most"/> bytes.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>?> ReadAsync(HttpRequest request, int most)
    {
        try
        {
            return await ReadSectionsAsync(request, most);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<KeyValuePair<string, string>>?> ReadSectionsAsync(HttpRequest request, int most)
    {
        var (fields, left, lost) = (new List<KeyValuePair<string, string>>(), most, false);
        var sections = new MultipartReader(BoundaryOf(request), request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 8 * 1024 };
        while (await sections.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
        {
            if (section.Disposition() is not { } disposition)
                continue;
            // A browser sends an empty file where none was chosen.
            if (disposition.IsFileDisposition())
                lost |= await section.Body.ReadAsync(new byte[1], request.HttpContext.RequestAborted) > 0;
            if (!disposition.IsFormDisposition())
                continue;
            var (name, typed) = (HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "", await FormReading.ReadUpToAsync(section.Body, left + 1, request.HttpContext.RequestAborted));
            left -= name.Length + typed.Length;
            if (left < 0 || fields.Count == FormLimits.Sections)
                return null;
            fields.Add(KeyValuePair.Create(name, Encoding.UTF8.GetString(typed)));
        }
        return lost ? [.. fields, KeyValuePair.Create(TypedForm.FilesLost, "true")] : fields;
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 100 } boundary
            ? boundary
            : throw new InvalidDataException("The form has no boundary.");
}
