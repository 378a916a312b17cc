using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>The writer comes back: reads, adds, signs; nobody gets to read it who could not before.</summary>
public sealed class WriterThreadTests
{
    private const string Text = "Терезе дагы эле сынык.";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task OpenAsync_CodeOfLetter_ShowsTextsOfBothSides(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (receipt, id) = await SendAsync(school, TestSchool.Letter("Терезе сынык."));
        await AnswerAsync(school, id, school.Director, "Оңдойбуз.");

        using var thread = await Writers(school).OpenAsync(school.School, receipt.Code, CancellationToken.None);

        Assert.Equal([(AuthorSide.Writer, "Терезе сынык."), (AuthorSide.School, "Оңдойбуз.")], thread!.Messages.Select(message => (message.Side, message.Text)));
        Assert.Equal((AppealState.Answered, receipt.DueOn), (thread.Facts.State, thread.Facts.DueOn));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task OpenAsync_UnknownCodeOrOtherSchool_IsNull(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, other) = (await TestSchool.OpenAsync(database), await TestSchool.OpenAsync(database, "two", 2));
        var (receipt, _) = await SendAsync(school, TestSchool.Letter("Кат"));

        Assert.Null(await Writers(school).OpenAsync(school.School, ReceiptCode.New(), CancellationToken.None));
        Assert.Null(await Writers(other).OpenAsync(other.School, receipt.Code, CancellationToken.None));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, false)]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Postgres, true)]
    public async Task AddAsync_MessageWithFile_ReadersGetItAndAreTold(DatabaseKind kind, bool aboutDirector)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await SetAddressesAsync(school);
        var (receipt, id) = await SendAsync(school, TestSchool.Letter("Терезе сынык.", aboutDirector ? [About.Director] : []));
        using var thread = await Writers(school).OpenAsync(school.School, receipt.Code, CancellationToken.None);

        await Writers(school).AddAsync(school.School, thread!, await MessageAsync(school, "сүрөт"), CancellationToken.None);

        Assert.Equal((Text, 2), (thread!.Messages[1].Text, thread.Messages[1].Sequence));
        var reader = aboutDirector ? school.Chair : school.Responsible;
        var read = await new DeskOf(school).Reading.ReadAsync(reader.Now(school), id);
        Assert.Equal((Text, "а.txt"), (read!.Parts[1].Text, Assert.Single(read.Parts[1].Files).Facts.Name));
        await using var db = database.Open(school.Id);
        Assert.Equal(aboutDirector ? ["chair@example.kg"] : ["director@example.kg", "pochta@example.kg", "responsible@example.kg"],
            await db.Set<OutboxMail>().Where(mail => mail.Notice == Notice.WriterAdded).Select(mail => mail.To).Order().ToListAsync());
        var line = await db.Set<JournalLine>().SingleAsync(line => line.Verb == JournalVerb.WriterAdded);
        Assert.Equal((Book.Arrivals, null, id), (line.Book, line.At, line.Appeal));
        Assert.Empty(Directory.GetFiles(Path.Combine(database.Folder, "staging")));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AddAsync_ReaderSteppedBackSinceOpening_IsSealedWithTheNewKey(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (receipt, id) = await SendAsync(school, TestSchool.Letter("Терезе сынык."));
        using var thread = await Writers(school).OpenAsync(school.School, receipt.Code, CancellationToken.None);
        Assert.True(await new DeskOf(school).Access.StepBackAsync(school.Director.Now(school), id));

        await Writers(school).AddAsync(school.School, thread!, await MessageAsync(school, "сүрөт"), CancellationToken.None);

        await using var db = database.Open(school.Id);
        Assert.Equal(2, (await db.Set<Part>().SingleAsync(part => part.Sequence == 2)).Epoch);
        Assert.Equal(2, (await db.Set<Attachment>().SingleAsync()).Epoch);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == school.Director.Id.Value));
        Assert.Equal(Text, (await new DeskOf(school).Reading.ReadAsync(school.Responsible.Now(school), id))!.Parts[1].Text);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AddAsync_ManyAtOnce_EachGetsAPlaceOfItsOwn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (receipt, _) = await SendAsync(school, TestSchool.Letter("Кат"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var thread = await Writers(school).OpenAsync(school.School, receipt.Code, CancellationToken.None);
            await Writers(school).AddAsync(school.School, thread!, await MessageAsync(school, "файл"), CancellationToken.None);
        }));

        using var after = await Writers(school).OpenAsync(school.School, receipt.Code, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 9), after!.Messages.Select(message => message.Sequence));
        Assert.All(after.Messages.Skip(1), message => Assert.Single(message.Files));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, false)]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Postgres, true)]
    public async Task SignAsync_Anonymous_OnlyReadersOfTheDeskGetTheName(DatabaseKind kind, bool aboutDirector)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (receipt, id) = await SendAsync(school, TestSchool.Letter("Кат", aboutDirector ? [About.Director] : []));
        using var thread = await Writers(school).OpenAsync(school.School, receipt.Code, CancellationToken.None);

        Assert.True(await Writers(school).SignAsync(school.School, thread!, new Identity("Айнура", "+996555010203")));
        Assert.False(await Writers(school).SignAsync(school.School, thread!, new Identity("Башка", "+996555010204")));

        await using var db = database.Open(school.Id);
        var readers = aboutDirector ? [school.Chair] : new[] { school.Responsible, school.Director };
        var holders = await db.Set<Grant>().Where(grant => grant.Class == KeyClass.Identity).Select(grant => grant.Recipient).ToListAsync();
        Assert.Equal(readers.Select(reader => reader.Id.Value).Order(), holders.Order());
        var letter = await new DeskOf(school).Reading.ReadAsync(readers[0].Now(school), id);
        Assert.True(letter!.Facts.Signed);
        Assert.True(letter.IdentityHeld);
        Assert.Equal(1, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.WriterSigned && line.At == null));
        using var again = await Writers(school).OpenAsync(school.School, receipt.Code, CancellationToken.None);
        Assert.True(again!.Facts.Signed);
        Assert.Single(again.Messages);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FileAsync_FileOfTheThread_GivesItsBytes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (receipt, _) = await SendAsync(school, TestSchool.Letter("Кат"));
        using var thread = await Writers(school).OpenAsync(school.School, receipt.Code, CancellationToken.None);
        await Writers(school).AddAsync(school.School, thread!, await MessageAsync(school, new string('ө', 200_000)), CancellationToken.None);

        using var plain = new MemoryStream();
        var write = await Writers(school).FileAsync(school.School, thread!, thread!.Messages[1].Files[0].Id, CancellationToken.None);
        await write!(plain, CancellationToken.None);

        Assert.Equal(new string('ө', 200_000), System.Text.Encoding.UTF8.GetString(plain.ToArray()));
        Assert.Null(await Writers(school).FileAsync(school.School, thread, Guid.NewGuid(), CancellationToken.None));
    }

    private static WriterThread Writers(TestSchool school) =>
        new(school.Database.Gate, new CodeStretching(), school.Staged, school.Files, school.Time);

    private static async Task<(Receipt Receipt, AppealId Id)> SendAsync(TestSchool school, NewLetter letter) =>
        (await school.AcceptAsync(letter), letter.Draft.Id);

    private static async Task<NewMessage> MessageAsync(TestSchool school, string content)
    {
        var draft = LetterDraft.New();
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        var file = await school.Staged.StageAsync(bytes, "а.txt", draft.FileSeal(school.Id), CancellationToken.None);
        return new NewMessage { Text = Text, Draft = draft, Files = [file] };
    }

    private static async Task AnswerAsync(TestSchool school, AppealId id, TestPerson by, string text)
    {
        var desk = new DeskOf(school);
        var letter = await desk.Reading.ReadAsync(by.Now(school), id);
        Assert.True(await desk.Answering.AnswerAsync(by.Now(school), id, new NewAnswer { Text = text, Version = letter!.Version }));
    }

    private static async Task SetAddressesAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        foreach (var (one, address) in new[] { (school.Responsible, "responsible"), (school.Director, "director"), (school.Chair, "chair") })
            await db.Set<Person>().Where(person => person.Id == one.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, address + "@example.kg"));
        school.School.Settings = school.School.Settings with { Mailbox = "pochta@example.kg" };
    }
}
