using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Appeals.Searching;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Redacting;

/// <summary>Who gets the redacted copy opens neither the letter nor its files, by no way; who is kept from the letter is kept from the copy.</summary>
public sealed class RedactingTests
{
    private const string Text = "Мени Азамат Үсөнов урду.";
    private const string Copy = "Мени █████ урду.";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Forwarded_RedactedCopy_ExecutorOpensItAndNeitherLetterNorFiles(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, executor) = await StartAsync(database);
        var letter = TestSchool.Letter(Text);
        var file = await school.Staged.StageAsync(new MemoryStream(Encoding.UTF8.GetBytes("сүрөт")), "Азамат.jpg", letter.Draft.FileSeal(school.Id), CancellationToken.None);
        var id = await desk.AcceptAsync(letter with { Files = [file] });
        var (reader, him) = (school.Responsible.Now(school), executor.Now(school));

        Assert.True(await RedactAsync(desk, reader, id, 1, 2));
        Assert.True(await ForwardAsync(desk, reader, id, executor.Id));

        var given = (await desk.Reading.ReadGivenAsync(him, id))!;
        Assert.Equal((Copy, (PersonId?)reader.Person, reader.Today), (given.Redacted!.Value, given.Redacted.Author, given.Redacted.Day));
        Assert.Empty(given.Parts);
        Assert.False(given.IdentityHeld);
        Assert.Single(await desk.Given.ListAsync(him));
        Assert.Null(await desk.Files.OpenAsync(him, id, file.Id));
        Assert.Null(await desk.Reading.ReadAsync(him, id));
        Assert.Null(await desk.Redacting.OpenAsync(him, id));
        Assert.False(await RedactAsync(desk, him, id, 1));
        await using var db = database.Open(school.Id);
        using var keys = await AppealKeys.OpenAsync(db, id, executor.Id.Value, executor.Keys);
        Assert.Equal([KeyClass.Reply, KeyClass.Desk, KeyClass.Redacted], keys.Held.Select(one => one.Class).Order());
        // What the writer writes later is the executor's to read, and what readers write, too.
        using var thread = await desk.ThreadAsync(id);
        Assert.DoesNotContain(thread.Keys.Held, one => one.Class == KeyClass.Redacted);
        Assert.True(await desk.Answering.AddNoteAsync(reader, id, "Белги."));
        Assert.Equal(["Белги."], (await desk.Reading.ReadGivenAsync(him, id))!.Parts.Select(part => part.Text));
        var line = await db.Set<JournalLine>().SingleAsync(line => line.Verb == JournalVerb.LetterRedacted);
        Assert.Equal((reader.Person, null, null), (line.Actor!.Value, line.Person, line.Detail));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RedactAsync_Again_OldCopyIsGoneAndWhoHadItSeesTheNew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, executor) = await StartAsync(database);
        var id = await desk.AcceptAsync(TestSchool.Letter(Text));
        var reader = school.Responsible.Now(school);
        await RedactAsync(desk, reader, id, 1);
        await ForwardAsync(desk, reader, id, executor.Id);
        Assert.Equal("Мени █████ Үсөнов урду.", (await desk.Reading.ReadGivenAsync(executor.Now(school), id))!.Redacted!.Value);

        // The other reader goes on from what was blacked out.
        var open = (await desk.Redacting.OpenAsync(school.Director.Now(school), id))!;
        Assert.Equal([1], open.Marked);
        await RedactAsync(desk, school.Director.Now(school), id, [.. open.Marked, 2]);

        Assert.Equal(Copy, (await desk.Reading.ReadGivenAsync(executor.Now(school), id))!.Redacted!.Value);
        Assert.Equal(Copy, (await desk.Reading.ReadAsync(reader, id))!.Redacted!.Value);
        await using var db = database.Open(school.Id);
        Assert.Single(await db.Set<Part>().Where(part => part.Kind == PartKind.Redacted).ToListAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Revoked_RecalledOrNamedLater_NoCopyIsOpenedAndTheOthersGoOn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, executor) = await StartAsync(database);
        var other = await school.AddAsync("Нурлан Досов", Position.Other, Role.Executor);
        var id = await desk.AcceptAsync(TestSchool.Letter(Text));
        var reader = school.Director.Now(school);
        await RedactAsync(desk, reader, id, 1, 2);
        await ForwardAsync(desk, reader, id, executor.Id, other.Id);
        await using var db = database.Open(school.Id);
        using var stolen = await AppealKeys.OpenAsync(db, id, executor.Id.Value, executor.Keys);

        Assert.True(await desk.Forwarding.RecallAsync(reader, id, executor.Id, "Башка адамга берилет."));
        await desk.Widening.WidenAsync(reader, id, new NewAbout
        {
            Groups = [About.Responsible], Persons = [], SteppingBack = false, Version = (await desk.Reading.ReadAsync(reader, id))!.Version,
        });
        await RedactAsync(desk, reader, id, 1, 2);

        Assert.Equal(Copy, (await desk.Reading.ReadGivenAsync(other.Now(school), id))!.Redacted!.Value);
        Assert.Equal(Copy, (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!.Redacted!.Value);
        var holders = await db.Set<Grant>().Where(grant => grant.Class == KeyClass.Redacted).Select(grant => grant.Recipient).ToListAsync();
        Assert.Equal(new HashSet<Guid> { reader.Person.Value, school.Chair.Id.Value, other.Id.Value }, holders.ToHashSet());
        var copy = await db.Set<Part>().SingleAsync(part => part.Kind == PartKind.Redacted);
        Assert.DoesNotContain((copy.Class, copy.Epoch), stolen.Held);
        await Assert.ThrowsAsync<ReaderExcluded>(() => ForwardAsync(desk, reader, id, school.Responsible.Id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task LaterReaders_WhoeverTakesOverOrLooksNext_OpenTheCopyOrMakeTheirOwn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, executor) = await StartAsync(database);
        var id = await desk.AcceptAsync(TestSchool.Letter(Text));
        var (reader, chair) = (school.Responsible.Now(school), school.Chair.Now(school));
        await RedactAsync(desk, reader, id, 1, 2);
        await ForwardAsync(desk, reader, id, executor.Id);
        await desk.Answering.AnswerAsync(reader, id, new NewAnswer { Text = "Жооп.", Version = (await desk.Reading.ReadAsync(reader, id))!.Version });
        await desk.SayNotHelpedAsync(id);

        // By the writer's word the chair has the letter alone.
        var open = (await desk.Redacting.OpenAsync(chair, id))!;
        Assert.Null(open.Copy);
        await Assert.ThrowsAsync<DeskNotHeld>(() => RedactAsync(desk, chair, id, 1));
        await desk.ConsideringAgain.GiveDeskAsync(reader, id);
        Assert.Equal(Copy, (await desk.Reading.ReadAsync(chair, id))!.Redacted!.Value);

        // A reader without the copy's key makes one for all.
        await using (var db = database.Open(school.Id))
            await db.Set<Grant>().Where(grant => grant.Class == KeyClass.Redacted && grant.Recipient == chair.Person.Value).ExecuteDeleteAsync();
        await RedactAsync(desk, chair, id, 0);
        foreach (var person in new[] { school.Responsible, school.Director, school.Chair })
            Assert.Equal("█████ Азамат Үсөнов урду.", (await desk.Reading.ReadAsync(person.Now(school), id))!.Redacted!.Value);
        Assert.Equal("█████ Азамат Үсөнов урду.", (await desk.Reading.ReadGivenAsync(executor.Now(school), id))!.Redacted!.Value);
    }

    [Fact]
    public async Task RedactAsync_NothingStaleOrNoCopy_IsRefusedAndChangesNothing()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var (school, desk, executor) = await StartAsync(database);
        var id = await desk.AcceptAsync(TestSchool.Letter(Text));
        var (reader, stranger) = (school.Responsible.Now(school), school.Chair.Now(school));

        await Assert.ThrowsAsync<NothingBlackedOut>(() => RedactAsync(desk, reader, id));
        await Assert.ThrowsAsync<NothingBlackedOut>(() => RedactAsync(desk, reader, id, -1, 4, int.MaxValue));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => desk.Redacting.RedactAsync(reader, id, new NewRedaction { Blackened = [1], Version = 7 }));
        await Assert.ThrowsAsync<NoRedactedCopy>(() => ForwardAsync(desk, reader, id, executor.Id));
        Assert.False(await RedactAsync(desk, stranger, id, 1));
        Assert.Null(await desk.Redacting.OpenAsync(stranger, id));

        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Part>().AnyAsync(part => part.Kind == PartKind.Redacted));
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Class == KeyClass.Redacted || grant.Recipient == executor.Id.Value));
        Assert.False(await db.Set<JournalLine>().AnyAsync(line => line.Verb == JournalVerb.LetterRedacted));
    }

    [Fact]
    public async Task FindAsync_Executor_FindsWordsOfTheCopyAndNotTheBlackedOut()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var (school, desk, executor) = await StartAsync(database);
        var id = await desk.AcceptAsync(TestSchool.Letter(Text));
        await RedactAsync(desk, school.Responsible.Now(school), id, 1, 2);
        await ForwardAsync(desk, school.Responsible.Now(school), id, executor.Id);
        using var search = new LetterSearch(database.Gate);

        async Task<int> CountAsync(TestPerson person, string typed) =>
            (await search.FindAsync(person.Now(school), SearchWords.TryParse(typed, out var words) ? words : throw new InvalidOperationException()).ToListAsync()).Count;

        Assert.Equal(1, await CountAsync(executor, "урду"));
        Assert.Equal(0, await CountAsync(executor, "азамат"));
        Assert.Equal(1, await CountAsync(school.Responsible, "азамат"));
    }

    private static async Task<(TestSchool School, DeskOf Desk, TestPerson Executor)> StartAsync(TestDatabase database)
    {
        var school = await TestSchool.OpenAsync(database);
        return (school, new DeskOf(school), await school.AddAsync("Медер Аткаруучуев", Position.Other, Role.Executor));
    }

    private static async Task<bool> RedactAsync(DeskOf desk, Actor actor, AppealId id, params int[] blackened) => await desk.Redacting.RedactAsync(actor, id, new NewRedaction
    {
        Blackened = blackened, Version = (await desk.Redacting.OpenAsync(actor, id))?.Version ?? 0,
    });

    private static async Task<bool> ForwardAsync(DeskOf desk, Actor actor, AppealId id, params PersonId[] to) => await desk.Forwarding.ForwardAsync(actor, id, new NewForwarding
    {
        To = to, Commission = false, Lead = null, Text = "Текшерип бериңиз.", DueOn = actor.Today, WithIdentity = false, Redacted = true,
        Version = (await desk.Forwarding.OfferAsync(actor, id))!.Version,
    });
}
