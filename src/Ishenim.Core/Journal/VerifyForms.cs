using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Journal;

/// <summary>Holds every frozen form against the line that froze it, and these lines against the forms.</summary>
internal static class VerifyForms
{
    /// <summary>How many forms there are.</summary>
    /// <exception cref="ContradictionException">At the first form that is another than was frozen, or is not there.</exception>
    public static async Task<long> CheckAsync(IshenimDb db, CancellationToken cancellation)
    {
        var lines = await db.Set<JournalLine>().AsNoTracking().Where(line => line.Book == Book.Acts && line.Verb == JournalVerb.FormFrozen)
            .ToDictionaryAsync(line => line.Number, line => line.Detail, cancellation);
        var forms = db.Set<FrozenForm>().AsNoTracking().OrderBy(form => form.Line);
        var count = 0L;
        await foreach (var form in forms.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            count++;
            var place = new FormPlace(form.Kind, form.Year, form.Number);
            if (!lines.Remove(form.Line, out var detail))
                throw new ContradictionException($"form {Name(place)} was frozen by no line of acts");
            if (detail != Freezing.Detail(place, form.Content))
                throw new ContradictionException($"acts, line {form.Line} froze another form {Name(place)} than the one that is there");
        }
        return lines.Count == 0
            ? count
            : throw new ContradictionException($"acts, line {lines.Keys.Min()} tells of a form that is not there");
    }

    private static string Name(FormPlace place) => $"{place.Kind.ToString().ToLowerInvariant()} {place.Number} of {place.Year}";
}
