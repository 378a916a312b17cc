using Ishenim.Core.Appeals;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

public sealed class EndedCodesTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RemoveAsync_AYearAfterClosing_TheCodeOpensNothingAndReadersStillRead(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var open = await school.AcceptAsync(TestSchool.Letter("Ачык кат."));
        var letter = TestSchool.Letter("Жабылган кат.");
        var closed = await school.AcceptAsync(letter);
        await CloseAsync(school, desk, letter.Draft.Id);
        var codes = new EndedCodes(database.Gate, school.Time);

        school.Time.Pass(TimeSpan.FromDays(365));
        Assert.Equal(0, await codes.RemoveAsync(CancellationToken.None));
        school.Time.Pass(TimeSpan.FromDays(1));
        Assert.Equal(1, await codes.RemoveAsync(CancellationToken.None));

        Assert.Null(await OpenAsync(school, closed.Code));
        using var still = await OpenAsync(school, open.Code);
        Assert.NotNull(still);
        Assert.Equal("Жабылган кат.", (await desk.Reading.ReadAsync(school.Director.Now(school), letter.Draft.Id))!.Parts[0].Text);
        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == letter.Draft.Id.Value));
    }

    private static async Task CloseAsync(TestSchool school, DeskOf desk, AppealId id)
    {
        var actor = school.Director.Now(school);
        await desk.Reading.ReadAsync(actor, id);
        await desk.Answering.AnswerAsync(actor, id, new NewAnswer { Text = "Жооп.", Version = 0 });
        await desk.CloseAsync(actor, id, 1);
    }

    private static Task<OpenThread?> OpenAsync(TestSchool school, ReceiptCode code) =>
        new WriterThread(school.Database.Gate, new CodeStretching(), school.Staged, school.Files, school.Time).OpenAsync(school.School, code, CancellationToken.None);
}
