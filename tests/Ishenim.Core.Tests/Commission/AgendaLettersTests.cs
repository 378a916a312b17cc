using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>A letter goes on an agenda: members read it there and nothing else, and whoever it is about never has it.</summary>
public sealed class AgendaLettersTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PutAsync_OrdinaryLetter_MembersGetLetterReplyAndCommissionAndReadThatAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk, secretary) = (agenda.School, agenda.Desk, agenda.Commission.Secretary);
        var id = await desk.AcceptAsync(TestSchool.Letter("Ашкана муздак.") with { Identity = new Identity("Айнура", "0555 010203") });
        await desk.Answering.AddNoteAsync(school.Responsible.Now(school), id, "Ички белги.");

        var item = await agenda.PutAsync(id);

        Assert.Equal([KeyClass.Letter, KeyClass.Reply, KeyClass.Commission], await agenda.ClassesAsync(id, secretary));
        Assert.Equal([KeyClass.Letter, KeyClass.Reply, KeyClass.Commission], await agenda.ClassesAsync(id, agenda.Commission.Chair));
        Assert.Contains(KeyClass.Commission, await agenda.ClassesAsync(id, school.Director));
        var him = secretary.Now(school);
        var read = (await desk.AgendaReading.ReadAsync(him, item))!;
        Assert.Equal((AgendaOf.Ask, "2026-1", "Ашкана муздак."), (read.Ask!.Value.Text, read.Number, Assert.Single(read.Texts).Text));
        Assert.Equal([item], (await desk.AgendaReading.MineAsync(him)).Select(row => row.Item));
        var row = await agenda.ItemAsync(item);
        Assert.Equal((AgendaKind.Letter, 1, "2026-1", false), (row.Kind, row.Place, row.Number, row.Restricted));
        Assert.Equal(AppealState.UnderConsideration, (await desk.Reading.ReadAsync(school.Director.Now(school), id))!.Facts.State);

        // It is no forwarding, and opens nothing else.
        Assert.Empty(await desk.Given.ListAsync(him));
        Assert.False(await desk.Given.HasAsync(him, id));
        Assert.Null(await desk.Reading.ReadGivenAsync(him, id));
        Assert.Null(await desk.Reading.ReadAsync(him, id));
        Assert.False(await desk.Given.HandBackAsync(him, id, new Report { Text = "Текшердим.", Answer = "" }));
        await Assert.ThrowsAsync<DeskNotHeld>(() => desk.Answering.AddNoteAsync(him, id, "Белги."));
        await Assert.ThrowsAsync<IdentityNotHeld>(() => desk.Identity.ShowAsync(him, id, "Ата-энеси менен сүйлөшүү керек."));
        Assert.Empty((await desk.Register.ListAsync(him, new RegisterFilter(), new RegisterCursor())).Common);
        Assert.Empty((await desk.Today.ForAsync(him, school.School)).Tasks);
        var letter = (await desk.Reading.ReadAsync(school.Director.Now(school), id))!;
        Assert.Empty(letter.Assignments);
        Assert.Empty(letter.WithoutDesk);
        Assert.DoesNotContain(secretary.Id, letter.Readers);
        await using var db = database.Open(school.Id);
        var line = await db.Set<JournalLine>().SingleAsync(one => one.Verb == JournalVerb.LetterOnAgenda);
        Assert.Equal((id, (PersonId?)null, $"meeting:{agenda.Meeting.Value:N}"), (line.Appeal!.Value, line.Person, line.Detail));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PutAsync_WhomItIsAboutOrHasNoConfirmedKey_NeverHasIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk) = (agenda.School, agenda.Desk);
        var fresh = await school.AddAsync("Жаңы Мүчөев", Position.Committee, confirmed: false, Role.Member);
        await AddMemberAsync(agenda, fresh);
        var id = await desk.AcceptAsync(TestSchool.Letter("Мугалим жөнүндө.", About.Teacher));

        var offer = (await desk.Agendas.OfferAsync(school.Responsible.Now(school), id))!;
        var item = await agenda.PutAsync(id);

        Assert.Equal([agenda.Commission.Secretary.Id], offer.Kept);
        Assert.Equal([fresh.Id], offer.WithoutKey);
        Assert.Equal([school.Responsible.Id], offer.Reading);
        Assert.Equal(new HashSet<PersonId> { school.Chair.Id, agenda.Commission.Absent.Id }, offer.Given.ToHashSet());
        foreach (var person in new[] { agenda.Commission.Secretary, fresh })
        {
            Assert.Empty(await agenda.ClassesAsync(id, person));
            Assert.Null(await desk.AgendaReading.ReadAsync(person.Now(school), item));
        }
        Assert.Empty((await agenda.ItemAsync(item)).Recused);
        Assert.Equal([agenda.Commission.Secretary.Id], (await desk.AgendaReading.OfAsync(school.Responsible.Now(school), id)).Single().Ask!.Value.Recused);
        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<JournalLine>().AnyAsync(line => line.Person == agenda.Commission.Secretary.Id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PutAsync_RestrictedLetter_RowInTheClearHasNeitherNumberNorWhom(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk) = (agenda.School, agenda.Desk);
        var id = await desk.AcceptAsync(TestSchool.Letter("Жооптуу адам жөнүндө.", About.Responsible));

        var item = await agenda.PutAsync(id, school.Chair);

        var row = await agenda.ItemAsync(item);
        Assert.Equal((true, null, ""), (row.Restricted, row.Number, row.Title));
        Assert.Empty(row.Recused);
        Assert.Empty(await agenda.ClassesAsync(id, school.Responsible));
        Assert.Equal([KeyClass.Letter, KeyClass.Reply, KeyClass.Commission], await agenda.ClassesAsync(id, agenda.Commission.Absent));
        Assert.Equal("2026-Ч-1", (await desk.AgendaReading.ReadAsync(agenda.Commission.Absent.Now(school), item))!.Number);
        Assert.Null(await desk.AgendaReading.AppealAsync(school.Responsible.Now(school), item));
        Assert.False(await desk.Agendas.TakeOffAsync(school.Responsible.Now(school), item));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PutAsync_WithTheCopy_MembersSeeNoNameAndNoFile(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk) = (agenda.School, agenda.Desk);
        var id = await desk.AcceptAsync(TestSchool.Letter("Айнура үшүйт."));
        var reader = school.Responsible.Now(school);
        await Assert.ThrowsAsync<NoRedactedCopy>(() => agenda.PutAsync(id, redacted: true));
        await desk.Redacting.RedactAsync(reader, id, new NewRedaction { Blackened = [0], Version = (await desk.Redacting.OpenAsync(reader, id))!.Version });

        var item = await agenda.PutAsync(id, redacted: true);

        Assert.Equal([KeyClass.Reply, KeyClass.Redacted, KeyClass.Commission], await agenda.ClassesAsync(id, agenda.Commission.Secretary));
        var read = (await desk.AgendaReading.ReadAsync(agenda.Commission.Secretary.Now(school), item))!;
        Assert.Empty(read.Texts);
        Assert.DoesNotContain("Айнура", read.Redacted!.Value, StringComparison.Ordinal);
        Assert.Contains("үшүйт", read.Redacted.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task PutAsync_Refused_ChangesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk) = (agenda.School, agenda.Desk);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var over = await agenda.Commission.EndedAsync();
        var reader = school.Responsible.Now(school);
        var input = new NewAgendaLetter { Id = Guid.NewGuid(), Meeting = agenda.Meeting, Ask = AgendaOf.Ask, Redacted = false, Version = 0 };

        await Assert.ThrowsAsync<NoSuchAgenda>(() => desk.Agendas.PutAsync(reader, id, input with { Meeting = over }));
        await Assert.ThrowsAsync<NoSuchAgenda>(() => desk.Agendas.PutAsync(reader, id, input with { Meeting = MeetingId.New() }));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => desk.Agendas.PutAsync(reader, id, input with { Version = 9 }));
        Assert.False(await desk.Agendas.PutAsync(agenda.Commission.Secretary.Now(school), id, input));
        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Assignment>().AnyAsync());
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Class == KeyClass.Commission));
        Assert.True(await desk.Agendas.PutAsync(reader, id, input));
        // Sent twice, it is there once.
        Assert.True(await desk.Agendas.PutAsync(reader, id, input));
        Assert.Equal(1, await db.Set<AgendaItem>().CountAsync(item => item.Appeal == id));
        await Assert.ThrowsAsync<LetterIsOnAgenda>(() => agenda.PutAsync(id, meeting: agenda.Meeting));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task GiveToRestAsync_KeyConfirmedSince_GetsItAndNobodyWhoIsKept(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk, reader) = (agenda.School, agenda.Desk, agenda.School.Responsible.Now(agenda.School));
        var fresh = await school.AddAsync("Жаңы Мүчөев", Position.Committee, confirmed: false, Role.Member);
        await AddMemberAsync(agenda, fresh);
        var id = await desk.AcceptAsync(TestSchool.Letter("Мугалим жөнүндө.", About.Teacher));
        var item = await agenda.PutAsync(id);
        await Assert.ThrowsAsync<NoMemberMayRead>(() => desk.Agendas.GiveToRestAsync(reader, id));

        await new KeyConfirmation(database.Gate).ConfirmAsync(reader, fresh.Id, fresh.Keys.Fingerprint);
        Assert.Equal([fresh.Id], (await desk.Agendas.OfferAsync(reader, id))!.Missing);
        Assert.True(await desk.Agendas.GiveToRestAsync(reader, id));

        Assert.Equal(AgendaOf.Ask, (await desk.AgendaReading.ReadAsync(fresh.Now(school), item))!.Ask!.Value.Text);
        Assert.Empty(await agenda.ClassesAsync(id, agenda.Commission.Secretary));
        Assert.Empty((await desk.Agendas.OfferAsync(reader, id))!.Missing);
    }

    private static async Task AddMemberAsync(AgendaOf agenda, TestPerson person)
    {
        await using var db = agenda.School.Database.Open(agenda.School.Id);
        db.Add(new ConvocationMember { School = agenda.School.Id, Convocation = agenda.Commission.Convocation, Person = person.Id, Group = MemberGroup.Parents, From = new DateOnly(2026, 9, 1) });
        await db.SaveChangesAsync();
    }
}
