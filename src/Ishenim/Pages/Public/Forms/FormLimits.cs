using Ishenim.Core.Schools;
using Microsoft.AspNetCore.Http.Features;

namespace Ishenim.Pages.Public.Forms;

/// <summary>How much of a form is read.</summary>
/// <param name="Files">So many files are kept.</param>
/// <param name="FileBytes">Each at most so long.</param>
/// <param name="TextBytes">So much of the letter is kept when it is too long; twice what may be sent, so that nothing typed is lost.</param>
internal sealed record FormLimits(int Files, long FileBytes, int TextBytes)
{
    /// <summary>Fields and files together; our own page sends about thirty.</summary>
    public const int Sections = 200;

    /// <summary>Every field but the letter's text, in bytes.</summary>
    public const int FieldBytes = 4096;

    private const int MostUtf8 = 4;
    private const long Slack = 1024 * 1024;

    public static FormLimits Of(School school) => new(
        school.Settings.Files, school.Settings.FileBytes, 2 * MostUtf8 * school.Settings.TextCharacters);

    /// <summary>
    /// So much of a whole form is read: twice what all its files may have, so that a film too many gives a message and not a
    /// broken connection.
    /// </summary>
    public long Bytes => 2 * (Files * FileBytes + TextBytes + Slack);

    /// <summary>A form that says itself that it is longer: its text is still read, and then no more than shows that it is.</summary>
    public bool IsTooLong(HttpRequest request) => request.ContentLength > Bytes;

    /// <summary>Lets this request be as long. One that says it is longer would else be refused before its text is read.</summary>
    public void Allow(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Math.Max(Bytes, context.Request.ContentLength ?? 0);
    }
}
