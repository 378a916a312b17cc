using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ishenim.Pages.Public.Forms;

/// <summary>What a part of a form says of itself.</summary>
internal static class SectionHead
{
    private static readonly IReadOnlyCollection<string> Asked = ["name", "filename", "filename*"];

    /// <summary>Null where it says nothing that can be read.</summary>
    /// <exception cref="InvalidDataException">A name without a value, which no browser sends: it would break whoever asks for it.</exception>
    public static ContentDispositionHeaderValue? Disposition(this MultipartSection section)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            return null;
        return disposition.Parameters.All(one => one.Value.HasValue || !Asked.Contains(one.Name.Value, StringComparer.OrdinalIgnoreCase))
            ? disposition
            : throw new InvalidDataException("A part of the form has a name without a value.");
    }
}
