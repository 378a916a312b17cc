using System.Text.Json;
using Ishenim.Core.Appeals;
using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Testing;

/// <summary>A convened commission of four and its meetings, straight in the database: chair (a woman), secretary and responsible person come, one is absent.</summary>
public sealed class TestMeeting
{
    private TestMeeting(TestSchool school, ConvocationId convocation, TestPerson secretary, TestPerson absent) =>
        (School, Convocation, Secretary, Absent) = (school, convocation, secretary, absent);

    public TestSchool School { get; }

    public ConvocationId Convocation { get; }

    public TestPerson Chair => School.Chair;

    public TestPerson Secretary { get; }

    public TestPerson Present => School.Responsible;

    public TestPerson Absent { get; }

    /// <summary>A commission with chair and secretary, convened on 1 September 2026 unless said.</summary>
    public static async Task<TestMeeting> ConveneAsync(TestSchool school, DateOnly? on = null, bool takenOver = false)
    {
        var secretary = await school.AddAsync("Нурлан Катчыев", Position.Teacher, Role.Member);
        var absent = await school.AddAsync("Сезим Жокова", Position.Committee, Role.Member);
        var day = on ?? new DateOnly(2026, 9, 1);
        var convocation = new Convocation
        {
            School = school.Id, Id = ConvocationId.New(), OrderNumber = "17", OrderOn = day, SignedBy = "Болот Ойлонбаев", From = day, Until = day.AddYears(1),
            FirstMeetingOn = day, TakenOver = takenOver, ConvenedOn = day, Chair = school.Chair.Id, Secretary = secretary.Id,
        };
        var groups = new[] { (school.Chair, MemberGroup.Parents), (secretary, MemberGroup.Teachers), (school.Responsible, MemberGroup.Administration), (absent, MemberGroup.Parents) };
        foreach (var (person, group) in groups)
            convocation.Members.Add(new ConvocationMember { School = school.Id, Convocation = convocation.Id, Person = person.Id, Group = group, From = day });
        await using var db = school.Database.Open(school.Id);
        db.Add(convocation);
        await db.SaveChangesAsync();
        await db.Set<Person>().Where(person => person.Id == school.Chair.Id).ExecuteUpdateAsync(row => row.SetProperty(person => person.Woman, true));
        return new TestMeeting(school, convocation.Id, secretary, absent);
    }

    /// <summary>A meeting that is over, with an election and a matter of its own; its protocol is a draft.</summary>
    public async Task<MeetingId> EndedAsync(int number = 1, DateOnly? heldOn = null, MeetingState state = MeetingState.Ended)
    {
        var id = MeetingId.New();
        var day = heldOn ?? School.Clock.Today;
        await using var db = School.Database.Open(School.Id);
        var meeting = new Meeting
        {
            School = School.Id, Id = id, Convocation = Convocation, PlannedOn = day, PlannedMinute = 15 * 60, Place = "12-кабинет", Extraordinary = false,
            Guests = "Асан Чакырылов, психолог", State = state, Number = number, HeldOn = day, BeganMinute = (15 * 60) + 10, EndedMinute = 16 * 60, EnteredOn = day,
            Chair = Chair.Id, Secretary = Secretary.Id,
        };
        Attend(meeting, Chair, MemberGroup.Parents, Presence.Present);
        Attend(meeting, Secretary, MemberGroup.Teachers, Presence.Present);
        Attend(meeting, Present, MemberGroup.Administration, Presence.Remote);
        Attend(meeting, Absent, MemberGroup.Parents, Presence.Absent, "ооруп калган");
        db.Add(meeting);
        var votes = new[] { new CandidateVotes(Chair.Id, 2), new CandidateVotes(Secretary.Id, 0) };
        db.Add(Item(id, 1, AgendaKind.ElectChair, ballot: new Ballot { Voters = 3, For = 0, Against = 0, Abstained = 1, Candidates = votes, ByName = [] }, elected: Chair.Id));
        var matter = Item(id, 2, AgendaKind.Other, "Ашкананын абалы жөнүндө", new Ballot
        {
            Voters = 3, For = 2, Against = 1, Abstained = 0, Candidates = [],
            ByName = [new(Chair.Id, Voice.For, null), new(Secretary.Id, Voice.For, null), new(Present.Id, Voice.Against, null)],
        });
        db.Add(matter);
        db.Add(Decision(matter, 1, "Ашканага жаңы меш коюлсун", day.AddDays(14)));
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>Puts a letter on the agenda with minutes that those people can open.</summary>
    public async Task<AgendaItem> AddLetterAsync(MeetingId meeting, int place, bool restricted, ItemMinutes? minutes, params TestPerson[] holders)
    {
        var letter = TestSchool.Letter("Ашкана муздак.");
        await School.AcceptAsync(letter);
        var appeal = letter.Draft.Id;
        await using var db = School.Database.Open(School.Id);
        int? sequence = minutes is null ? null : 900 + place;
        var item = new AgendaItem
        {
            School = School.Id, Id = Guid.NewGuid(), Meeting = meeting, Place = place, Kind = AgendaKind.Letter, Appeal = appeal, Closed = true,
            Number = restricted ? null : "2026-" + place, Restricted = restricted, Minutes = sequence,
        };
        db.Add(item);
        if (minutes is not null)
            AddMinutes(db, appeal, sequence!.Value, minutes, holders);
        await db.SaveChangesAsync();
        return item;
    }

    public async Task<Meeting> RowAsync(MeetingId id)
    {
        await using var db = School.Database.Open(School.Id);
        return await db.Set<Meeting>().AsNoTracking().Include(meeting => meeting.Attendances).SingleAsync(meeting => meeting.Id == id);
    }

    public async Task ChangeAsync(string sql)
    {
        await using var db = School.Database.Open(School.Id);
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private void AddMinutes(DbContext db, AppealId appeal, int sequence, ItemMinutes minutes, TestPerson[] holders)
    {
        using var key = SecretKey.Generate();
        var part = new Part
        {
            School = School.Id, Id = Guid.NewGuid(), Appeal = appeal, Class = KeyClass.Commission, Epoch = 1, Kind = PartKind.Minutes, Side = AuthorSide.School,
            Sequence = sequence, Day = School.Clock.Today, AppearsAt = School.Clock.UtcNow, Author = Secretary.Id, Sealed = [],
        };
        part.Sealed = TextEnvelope.SealText(JsonSerializer.Serialize(minutes), key, part.Label);
        db.Add(part);
        foreach (var holder in holders)
        {
            var label = new GrantLabel(School.Id.Value, appeal.Value, KeyClass.Commission, 1, holder.Id.Value);
            db.Add(new Grant
            {
                School = School.Id, Appeal = appeal, Class = KeyClass.Commission, Epoch = 1, Recipient = holder.Id.Value,
                Sealed = GrantEnvelope.Seal(label, key, holder.Keys.PublicKey),
            });
        }
    }

    private void Attend(Meeting meeting, TestPerson person, MemberGroup group, Presence presence, string reason = "") => meeting.Attendances.Add(new Attendance
    {
        School = School.Id, Meeting = meeting.Id, Person = person.Id, Group = group, Presence = presence, Reason = reason,
    });

    private AgendaItem Item(MeetingId meeting, int place, AgendaKind kind, string title = "", Ballot? ballot = null, PersonId? elected = null) => new()
    {
        School = School.Id, Id = Guid.NewGuid(), Meeting = meeting, Place = place, Kind = kind, Title = title, Closed = true, Heard = "Айгүл Үлгүева маалымат берди.",
        Spoke = kind == AgendaKind.Other ? "Нурлан Катчыев колдоду." : "", Ballots = ballot is null ? [] : [ballot], Elected = elected,
    };

    private Decision Decision(AgendaItem item, int place, string text, DateOnly due) => new()
    {
        School = School.Id, Id = Guid.NewGuid(), Meeting = item.Meeting, Item = item.Id, Place = place, Text = text, Owner = Present.Id, DueOn = due, State = DecisionState.Open,
    };
}
