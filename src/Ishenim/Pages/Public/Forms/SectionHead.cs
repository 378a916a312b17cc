using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ishenim.Pages.Public.Forms;

/// <summary>What a part of a form says of itself.</summary>
internal static class SectionHead
{
    /// <summary>Null where it cannot be read. A parameter without a value, which no browser sends, would break whoever asks for it.</summary>
    public static ContentDispositionHeaderValue? Disposition(this MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.Parameters.All(one => one.Value.HasValue) ? disposition : null;
}
