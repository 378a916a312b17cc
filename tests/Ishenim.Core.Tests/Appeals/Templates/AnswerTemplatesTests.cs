using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Templates;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Templates;

public sealed class AnswerTemplatesTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AddChangeRemove_ByKeepers_IsKeptAndJournaledWithoutItsText(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var templates = new AnswerTemplates(database.Gate);

        var id = await templates.AddAsync(school.Responsible.Now(school), Input("Канцелярия"), replaces: null);
        await templates.AddAsync(school.Responsible.Now(school), Input("Экинчи"), replaces: null);
        await templates.ChangeAsync(school.Director.Now(school), id, version: 0, Input("Өзгөрдү") with { Subject = Subject.Safety, Language = "ru" });

        var changed = (await templates.ListAsync(school.Chair.Now(school))).Single(one => one.Id == id);
        Assert.Equal(("Өзгөрдү", Subject.Safety, "ru", 1), (changed.Title, changed.Subject, changed.Language, changed.Version));
        await templates.RemoveAsync(school.Responsible.Now(school), id, version: 1);
        Assert.Equal(["Экинчи"], (await templates.ListAsync(school.Chair.Now(school))).Select(one => one.Title));
        var lines = await LinesAsync(school);
        Assert.Equal([JournalVerb.TemplateAdded, JournalVerb.TemplateAdded, JournalVerb.TemplateChanged, JournalVerb.TemplateRemoved], lines.Select(line => line.Verb));
        Assert.Equal($"template:{id}", lines[2].Detail);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AddAsync_InPlaceOfABuiltInTwice_IsRefusedInOneLanguageOnly(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (templates, actor) = (new AnswerTemplates(database.Gate), school.Responsible.Now(school));
        var id = await templates.AddAsync(actor, Input("Биздики"), BuiltIn.Received);

        await Assert.ThrowsAsync<TemplateReplacedAlready>(() => templates.AddAsync(actor, Input("Дагы"), BuiltIn.Received));

        await templates.AddAsync(actor, Input("Наш") with { Language = "ru" }, BuiltIn.Received);
        await templates.ChangeAsync(actor, id, 0, Input("Тил өзгөрбөйт") with { Language = "ru" });
        Assert.Equal("ky", (await templates.ListAsync(actor)).Single(one => one.Id == id).Language);
    }

    [Fact]
    public async Task EveryChange_BySomebodyElse_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var templates = new AnswerTemplates(database.Gate);
        var id = await templates.AddAsync(school.Responsible.Now(school), Input("Канцелярия"), replaces: null);
        var member = await school.AddAsync("Нурлан Ойдонов", Position.Other, Role.Member);
        foreach (var actor in new[] { school.Chair.Now(school), member.Now(school) })
        {
            await Assert.ThrowsAsync<OnlyTemplateKeepers>(() => templates.AddAsync(actor, Input("Дагы"), replaces: null));
            await Assert.ThrowsAsync<OnlyTemplateKeepers>(() => templates.ChangeAsync(actor, id, 0, Input("Дагы")));
            await Assert.ThrowsAsync<OnlyTemplateKeepers>(() => templates.RemoveAsync(actor, id, 0));
        }
        Assert.Equal("Канцелярия", Assert.Single(await templates.ListAsync(member.Now(school))).Title);
    }

    [Fact]
    public async Task Change_OfAnOldVersionOrOfWhatIsGone_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var (templates, actor) = (new AnswerTemplates(database.Gate), school.Director.Now(school));
        var id = await templates.AddAsync(actor, Input("Канцелярия"), replaces: null);
        await templates.ChangeAsync(actor, id, 0, Input("Өзгөрдү"));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => templates.ChangeAsync(actor, id, 0, Input("Кечикти")));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => templates.RemoveAsync(actor, id, 0));

        await templates.RemoveAsync(actor, id, 1);
        await Assert.ThrowsAsync<TemplateIsGone>(() => templates.RemoveAsync(actor, id, 1));
    }

    [Fact]
    public async Task AddAsync_MoreThanAnybodyFinds_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var (templates, actor) = (new AnswerTemplates(database.Gate), school.Director.Now(school));
        await using (var db = database.Open(school.Id))
        {
            db.AddRange(Enumerable.Range(0, AnswerTemplates.Most).Select(_ => new AnswerTemplate
            {
                School = school.Id, Id = Guid.NewGuid(), Replaces = null, Subject = null, Language = "ky", Title = "Бири", Text = "Текст",
            }));
            await db.SaveChangesAsync();
        }

        await Assert.ThrowsAsync<TooManyTemplates>(() => templates.AddAsync(actor, Input("Ашыкча"), replaces: null));
    }

    private static TemplateInput Input(string title) => new() { Subject = null, Language = "ky", Title = title, Text = "Саламатсызбы! № {номер}." };

    private static async Task<List<JournalLine>> LinesAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        return await db.Set<JournalLine>().Where(line => line.Book == Book.Acts && line.Verb.StartsWith("template.")).OrderBy(line => line.Number).ToListAsync();
    }
}
