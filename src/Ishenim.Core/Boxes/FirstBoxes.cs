using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Boxes;

/// <summary>
/// Schools of 0.1 kept the place of their one box among the settings: it becomes the first box, once, when the database
/// is brought up and when an older backup is restored.
/// </summary>
internal static class FirstBoxes
{
    /// <summary>The school's own id serves as the box's. The box hung there when it was last opened on paper.</summary>
    public const string Sql =
        """
        INSERT INTO "Boxes" ("School", "Id", "Number", "Place", "Seal", "InUseFrom", "InUseTo", "Version")
        SELECT one."Id", one."Id", 1, one."Settings_BoxPlace", '',
            CASE WHEN one."Settings_LastOpeningOn" < one."CreatedOn" THEN one."Settings_LastOpeningOn" ELSE one."CreatedOn" END, NULL, 0
        FROM "Schools" AS one
        WHERE one."Settings_BoxPlace" <> '' AND NOT EXISTS (SELECT 1 FROM "Boxes" AS box WHERE box."School" = one."Id")
        """;

    public static Task MakeAsync(IshenimDb db) => db.Database.ExecuteSqlRawAsync(Sql);
}
