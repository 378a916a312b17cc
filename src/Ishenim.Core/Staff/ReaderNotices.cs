using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>Says that others read than before.</summary>
internal static class ReaderNotices
{
    /// <summary>Tells everybody to whom letters are sealed that the readers or their keys changed.</summary>
    public static async Task TellReadersAsync(this IshenimDb db, Notice notice, DateTime at)
    {
        foreach (var reader in await db.RosterAsync())
            if (reader is { PublicKey: not null, Email: { } address })
                db.AddNotice(address, reader.Language, notice, at);
    }

    /// <summary>The public page says since when the readers are these.</summary>
    public static async Task<School> ReadersChangedAsync(this IshenimDb db, DateOnly today)
    {
        var school = await db.Set<School>().SingleAsync();
        school.ReadersSince = today;
        school.Version++;
        return school;
    }
}
