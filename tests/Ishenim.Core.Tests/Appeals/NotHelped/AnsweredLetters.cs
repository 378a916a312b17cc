using Ishenim.Core.Appeals;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.NotHelped;

/// <summary>Letters that were answered, and what follows.</summary>
internal static class AnsweredLetters
{
    public static NewLetter Signed() => TestSchool.Letter("Кат") with { Identity = new Identity("Айнура Мисалова", "0555 010203") };

    public static async Task<(TestSchool School, DeskOf Desk, AppealId Id)> AnsweredAsync(TestDatabase database, bool closed = false, NewLetter? letter = null)
    {
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(letter ?? TestSchool.Letter("Кат"));
        await AnswerAsync(desk, school.Director, id);
        if (closed)
            Assert.True(await desk.CloseAsync(school.Director.Now(school), id, (await desk.Reading.ReadAsync(school.Director.Now(school), id))!.Version));
        return (school, desk, id);
    }

    public static async Task AnswerAsync(DeskOf desk, TestPerson by, AppealId id)
    {
        var letter = (await desk.Reading.ReadAsync(by.Now(desk.School), id))!;
        await desk.Answering.AnswerAsync(by.Now(desk.School), id, new NewAnswer { Text = "Оңдойбуз.", Version = letter.Version });
    }

    public static async Task ConsiderAsync(DeskOf desk, TestPerson by, AppealId id)
    {
        var letter = (await desk.Reading.ReadAsync(by.Now(desk.School), id))!;
        Assert.True(await desk.ConsideringAgain.ConsiderAsync(by.Now(desk.School), id, letter.Version));
    }

    public static async Task<KeyClass[]> ClassesAsync(TestSchool school, AppealId id, TestPerson person)
    {
        await using var db = school.Database.Open(school.Id);
        return await db.Set<Grant>().Where(grant => grant.Appeal == id && grant.Recipient == person.Id.Value).Select(grant => grant.Class).Distinct().Order().ToArrayAsync();
    }
}
