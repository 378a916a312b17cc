using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Templates;

/// <summary>A template, as typed.</summary>
public sealed record TemplateInput
{
    public required Subject? Subject { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }
}

/// <summary>The texts that a school puts beside the built-in ones or in their place. The journal names them by id alone.</summary>
public sealed class AnswerTemplates(DatabaseGate database)
{
    public const int Most = 200;

    /// <summary>All of the school, by title.</summary>
    public async Task<IReadOnlyList<AnswerTemplate>> ListAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        var all = await db.Set<AnswerTemplate>().AsNoTracking().ToListAsync();
        return [.. all.OrderBy(one => one.Title, StringComparer.Ordinal).ThenBy(one => one.Id)];
    }

    /// <param name="actor">Who does it.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="replaces">The built-in one in whose place it is to stand, in that language; null: beside them.</param>
    /// <exception cref="OnlyTemplateKeepers">Somebody else.</exception>
    /// <exception cref="TooManyTemplates">There are <see cref="Most"/>.</exception>
    /// <exception cref="TemplateReplacedAlready">There is one in its place.</exception>
    public async Task<Guid> AddAsync(Actor actor, TemplateInput input, BuiltIn? replaces)
    {
        actor.RequireTemplateKeeper();
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            if (await db.Set<AnswerTemplate>().CountAsync() >= Most)
                throw new TooManyTemplates();
            if (replaces is not null && await db.Set<AnswerTemplate>().AnyAsync(one => one.Replaces == replaces && one.Language == input.Language))
                throw new TemplateReplacedAlready();
            var template = new AnswerTemplate
            {
                School = db.School, Id = Guid.NewGuid(), Replaces = replaces,
                Subject = input.Subject, Language = input.Language, Title = input.Title, Text = input.Text,
            };
            db.Add(template);
            await JournalAsync(db, actor, JournalVerb.TemplateAdded, template.Id);
            return template.Id;
        });
    }

    /// <summary>One that stands in the place of a built-in keeps its language.</summary>
    /// <exception cref="OnlyTemplateKeepers">Somebody else.</exception>
    /// <exception cref="TemplateIsGone">There is none.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it meanwhile.</exception>
    public Task ChangeAsync(Actor actor, Guid id, int version, TemplateInput input) => WithAsync(actor, id, version, JournalVerb.TemplateChanged, (_, template) =>
    {
        if (template.Replaces is null)
            template.Language = input.Language;
        (template.Subject, template.Title, template.Text) = (input.Subject, input.Title, input.Text);
    });

    /// <summary>Where it stood in the place of a built-in one, that one is back.</summary>
    /// <exception cref="OnlyTemplateKeepers">Somebody else.</exception>
    /// <exception cref="TemplateIsGone">There is none.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it meanwhile.</exception>
    public Task RemoveAsync(Actor actor, Guid id, int version) =>
        WithAsync(actor, id, version, JournalVerb.TemplateRemoved, (db, template) => db.Remove(template));

    private async Task WithAsync(Actor actor, Guid id, int version, string verb, Action<IshenimDb, AnswerTemplate> change)
    {
        actor.RequireTemplateKeeper();
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            var template = await db.Set<AnswerTemplate>().SingleOrDefaultAsync(one => one.Id == id) ?? throw new TemplateIsGone();
            db.Entry(template).Property(one => one.Version).OriginalValue = version;
            template.Version = version + 1;
            change(db, template);
            await db.SaveChangesAsync();
            await JournalAsync(db, actor, verb, id);
        });
    }

    private static Task JournalAsync(IshenimDb db, Actor actor, string verb, Guid id) =>
        db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, verb, Detail: $"template:{id}"));
}
