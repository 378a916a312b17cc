using Ishenim.Core.Attachments;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Journal;

/// <summary>
/// Walks the books of a school and holds letters, numbers, frozen forms and files against them. It proves that they agree with each
/// other; a <see cref="Fingerprint"/> from a signed paper proves that they are the ones that were.
/// </summary>
public static class Verifier
{
    /// <param name="db">The school's database, best in a <see cref="Snapshot"/>.</param>
    /// <param name="store">Where its files lie.</param>
    /// <param name="cancellation">Ends the walk.</param>
    public static async Task<VerifyReport> VerifyAsync(IshenimDb db, IAttachmentStore store, CancellationToken cancellation)
    {
        long lines = 0, letters = 0, files = 0, forms = 0;
        try
        {
            // Before the walk through acts: a tie of arrivals that were changed is the later contradiction.
            lines += await new VerifyChain(db, Book.Arrivals).WalkAsync(cancellation);
            lines += await new VerifyChain(db, Book.Acts).WalkAsync(cancellation);
            letters = await new VerifyLetters(db).CheckAsync(cancellation);
            forms = await VerifyForms.CheckAsync(db, cancellation);
            files = await VerifyFiles.CheckAsync(db, store, cancellation);
            return new VerifyReport { Lines = lines, Letters = letters, Files = files, Forms = forms, Contradiction = null };
        }
        catch (ContradictionException found)
        {
            return new VerifyReport { Lines = lines, Letters = letters, Files = files, Forms = forms, Contradiction = found.Message };
        }
    }

    /// <summary>The line of the book of acts that the fingerprint names, if it is this journal's; else null.</summary>
    public static async Task<JournalLine?> FindAsync(IshenimDb db, Fingerprint fingerprint, CancellationToken cancellation)
    {
        var line = await db.Set<JournalLine>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Book == Book.Acts && one.Number == fingerprint.Line, cancellation);
        return line is not null && Fingerprint.Of(line) == fingerprint ? line : null;
    }
}
