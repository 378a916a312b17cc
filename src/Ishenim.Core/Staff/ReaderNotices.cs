using Ishenim.Core.Mail;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Staff;

internal static class ReaderNotices
{
    /// <summary>Tells everybody to whom letters are sealed that the readers or their keys changed.</summary>
    public static async Task TellReadersAsync(this IshenimDb db, Notice notice, DateTime at)
    {
        foreach (var reader in await db.RosterAsync())
            if (reader is { PublicKey: not null, Email: { } address })
                db.AddNotice(address, reader.Language, notice, at);
    }
}
