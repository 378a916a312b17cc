using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;

namespace Ishenim.Tests.Pages.Desk.Retention;

/// <summary>Letters that were answered and closed long ago.</summary>
internal static class ClosedLetters
{
    public static async Task<AppealId> CloseAsync(TestSchool school, string text)
    {
        var letter = TestSchool.Letter(text);
        await school.AcceptAsync(letter);
        var (desk, actor, id) = (new AppealDesk(school.Database.Gate), school.Director.Now(school), letter.Draft.Id);
        await new AppealReading(desk).ReadAsync(actor, id);
        await new AppealAnswering(desk).AnswerAsync(actor, id, new NewAnswer { Text = "Жооп.", Version = 0 });
        await new Ending(desk).CloseAsync(actor, id, new NewClosing { Record = new ClosingRecord { Outcome = Outcome.WellFounded, Ground = "", Lesson = "" }, Version = 1 });
        return id;
    }
}
