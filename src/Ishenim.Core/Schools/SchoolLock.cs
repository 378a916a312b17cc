using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Schools;

internal static class SchoolLock
{
    /// <summary>
    /// Locks the school's row until the transaction ends: for rules over several rows, such as "each letter keeps a
    /// reader", that two at once could break together.
    /// </summary>
    public static Task LockSchoolAsync(this IshenimDb db) =>
        db.Database.ExecuteSqlAsync($"""UPDATE "Schools" SET "Version" = "Version" WHERE "Id" = {db.School.Value}""");
}
