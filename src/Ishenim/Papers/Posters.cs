using Ishenim.Core.Boxes;
using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Public;
using Ishenim.Schools;
using Ishenim.Words;

namespace Ishenim.Papers;

/// <summary>The school's poster, of what the public page says as well. Scoped.</summary>
internal sealed class Posters(CurrentSchool current, DatabaseGate database, WordBook words, PublicAddress address, TimeProvider time)
{
    /// <summary>Null while nobody can read letters: there is nothing to invite to.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="language">Of the poster.</param>
    /// <param name="size">Of the sheet.</param>
    public async Task<PosterPaper?> OfAsync(HttpContext context, PaperLanguage language, PaperSize size)
    {
        var school = current.School;
        var say = words.In(language.Code());
        if (await new ReaderPosts(database, current, say).OfAsync([]) is not { } readers)
            return null;
        await using var db = database.Open(school.Id);
        var boxes = (await db.BoxesDueAsync(school)).OrderBy(box => box.Number).Select(box => box.Place);
        return Paper(school, language, size, readers, context) with
        {
            BoxPlace = string.Join("; ", boxes) is { Length: > 0 } places ? places : null,
            OpeningEveryDays = await db.OpeningDaysAsync(school, Today(school)),
        };
    }

    private DateOnly Today(School school) => school.Clock(time).Today;

    /// <summary>
    /// The day of the next opening is written on by hand, since a poster hangs longer than that. An address of e-mail is left
    /// out as long as letters do not come by it.
    /// </summary>
    private PosterPaper Paper(School school, PaperLanguage language, PaperSize size, string readers, HttpContext context) => new()
    {
        Language = language, School = school.Name.OnPaper(language), Size = size,
        BoxPlace = null,
        FormAddress = new Uri(address.Of(context, "/write")), Email = null,
        OpeningEveryDays = school.Rules().At(RuleKind.Opening, Today(school)), NextOpening = null,
        Readers = readers, AnswerWorkingDays = school.AnswerDays(Today(school)),
    };
}
