using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Boxes;

/// <summary>Whoever changes, adds or takes away a form in the database is found by verify.</summary>
public sealed class FrozenFormTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, """UPDATE "FrozenForms" SET "Content" = replace("Content", 'П-2', 'П-9')""")]
    [InlineData(DatabaseKind.Postgres, """UPDATE "FrozenForms" SET "Content" = replace("Content", 'П-2', 'П-9')""")]
    [InlineData(DatabaseKind.Sqlite, """UPDATE "FrozenForms" SET "Number" = 9""")]
    [InlineData(DatabaseKind.Postgres, """UPDATE "FrozenForms" SET "Year" = 2025""")]
    [InlineData(DatabaseKind.Sqlite, """DELETE FROM "FrozenForms" """)]
    [InlineData(DatabaseKind.Postgres, """DELETE FROM "FrozenForms" """)]
    [InlineData(DatabaseKind.Sqlite, """UPDATE "FrozenForms" SET "Line" = 1""")]
    public async Task Verify_FormChangedInTheDatabase_IsFound(DatabaseKind kind, string change)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        await box.EmptyAsync();
        Assert.Null((await box.VerifyAsync()).Contradiction);

        await box.ChangeAsync(change);

        Assert.Contains("form", (await box.VerifyAsync()).Contradiction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Fingerprint_OfAForm_IsOfTheLineThatFreezesIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        await box.EmptyAsync();
        await box.EmptyAsync();
        await using var db = database.Open(box.School.Id);
        var form = (await box.FormsAsync())[0];

        var printed = (await db.FingerprintAsync(form)).ToString();

        Assert.True(Fingerprint.TryParse(printed, out var typed));
        var line = await Verifier.FindAsync(db, typed!, CancellationToken.None);
        Assert.Equal((form.Line, JournalVerb.FormFrozen, box.School.Clock.Today), (line!.Number, line.Verb, line.Day));
    }

    /// <summary>The journal lives for ever: its hash must not let anybody try out names.</summary>
    [Fact]
    public async Task Freeze_TheSameWordsTwice_HasTwoHashes()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var box = await BoxOf.OpenAsync(database);
        var id = await box.EmptyAsync();
        await box.Openings.CorrectAsync(box.Actor, id, "Ооба.");
        await box.Openings.CorrectAsync(box.Actor, id, "Ооба.");
        await using var db = database.Open(box.School.Id);

        var hashes = await db.Set<JournalLine>().Where(line => line.Verb == JournalVerb.FormFrozen).Select(line => line.Detail!).ToListAsync();

        Assert.Equal(3, hashes.Select(detail => detail.Split(' ')[1]).Distinct().Count());
        Assert.DoesNotContain(hashes, detail => detail.Contains("Ооба", StringComparison.Ordinal));
    }
}
