using System.Security.Cryptography;
using System.Text.Json;
using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>Writes the protocol of a meeting from its rows, as it would be frozen now.</summary>
internal static class ProtocolWriting
{
    /// <param name="db">The school's database.</param>
    /// <param name="meeting">Begun, with its attendances.</param>
    /// <param name="salt">For the commitments; empty where nothing is frozen, so that the same rows give the same words.</param>
    public static async Task<FrozenProtocol> ProtocolAsync(this IshenimDb db, Meeting meeting, string salt = "")
    {
        var school = await db.Set<School>().AsNoTracking().SingleAsync();
        var people = await PeopleAsync(db);
        var language = school.OfficialLanguage;
        var (took, absent) = (meeting.Attendances.Where(one => one.TookPart).ToList(), meeting.Attendances.Where(one => !one.TookPart).ToList());
        return new FrozenProtocol
        {
            Language = language, School = school.Name.In(language), SchoolGenitive = school.Name.GenitiveIn(language), Number = meeting.Number ?? 0,
            SchoolYear = meeting.Year.ToString(), HeldOn = meeting.HeldOn!.Value, Began = TimeOf(meeting.BeganMinute ?? meeting.PlannedMinute), Place = meeting.Place,
            Ended = meeting.EndedMinute is { } ended ? TimeOf(ended) : null, Extraordinary = meeting.Extraordinary,
            EnteredLateOn = meeting.EnteredOn > meeting.HeldOn ? meeting.EnteredOn : null, Chair = Signatory(people, meeting.Chair), Secretary = Signatory(people, meeting.Secretary),
            Present = [.. took.Select(one => Member(people, one)).OrderBy(one => one.Group).ThenBy(one => one.Name, StringComparer.Ordinal)],
            Absent = [.. absent.Select(one => new FrozenAbsence(people[one.Person].Name, one.Group, one.Reason)).OrderBy(one => one.Name, StringComparer.Ordinal)],
            Guests = [.. meeting.Guests.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Quorum = MeetingQuorum.IsThere(meeting.Attendances.Count, took.Count, school.Settings.Quorum),
            Items = await ItemsAsync(db, await CommonAsync(db, meeting.Id), people, salt),
            Notes = await NotesAsync(db, meeting.Id, people),
        };
    }

    /// <summary>One item by itself: for the extract of a restricted one, which no common protocol holds.</summary>
    public static async Task<FrozenAgendaItem> ProtocolItemAsync(this IshenimDb db, AgendaItem item) =>
        (await ItemsAsync(db, [item], await PeopleAsync(db), ""))[0];

    /// <summary>What a signer saw: changed by any word of the draft. 64 hexadecimal digits.</summary>
    public static string HashOf(FrozenProtocol draft) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(draft)));

    private static Task<List<AgendaItem>> CommonAsync(IshenimDb db, MeetingId meeting) =>
        db.Set<AgendaItem>().AsNoTracking().Where(item => item.Meeting == meeting && !item.Restricted).OrderBy(item => item.Place).ToListAsync();

    private static Task<Dictionary<PersonId, Person>> PeopleAsync(IshenimDb db) => db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id);

    private static async Task<IReadOnlyList<FrozenAgendaItem>> ItemsAsync(IshenimDb db, List<AgendaItem> items, Dictionary<PersonId, Person> people, string salt)
    {
        var ids = items.ConvertAll(item => item.Id);
        var decisions = (await db.Set<Decision>().AsNoTracking().Where(one => ids.Contains(one.Item)).OrderBy(one => one.Place).ToListAsync()).ToLookup(one => one.Item);
        var frozen = new List<FrozenAgendaItem>();
        foreach (var item in items)
        {
            var part = await db.MinutesPartAsync(item);
            frozen.Add(Item(item, people) with
            {
                Minutes = part is null ? null : FrozenMinutes.Of(part, salt),
                Decisions = [.. decisions[item.Id].Select(one => new FrozenDecision(one.Text, people[one.Owner].Name, one.DueOn))],
            });
        }
        return frozen;
    }

    /// <summary>Where the minutes of a letter lie; null: none were written, or they were destroyed.</summary>
    internal static async Task<Part?> MinutesPartAsync(this IshenimDb db, AgendaItem item) => item is { Appeal: { } appeal, Minutes: { } sequence }
        ? await db.Set<Part>().AsNoTracking().SingleOrDefaultAsync(part => part.Appeal == appeal && part.Sequence == sequence && part.Kind == PartKind.Minutes)
        : null;

    private static FrozenAgendaItem Item(AgendaItem item, Dictionary<PersonId, Person> people)
    {
        var isLetter = item.Kind == AgendaKind.Letter;
        return new FrozenAgendaItem
        {
            Id = item.Id, Kind = item.Kind, Title = item.Title, Letter = item.Number, Heard = isLetter ? null : item.Heard, Spoke = isLetter ? null : item.Spoke, Minutes = null,
            Recused = [.. item.Recused.Select(person => people[person].Name)], Decisions = [],
            Ballots = [.. item.Ballots.Select(ballot => Ballot(ballot, people))],
            Elected = item.Elected is { } elected ? new FrozenElected(people[elected].Name, people[elected].Woman) : null,
        };
    }

    private static FrozenBallot Ballot(Ballot ballot, Dictionary<PersonId, Person> people) => new(
        ballot.For, ballot.Against, ballot.Abstained,
        [.. ballot.Candidates.Select(one => new FrozenCandidate(people[one.Person].Name, one.Votes))],
        [.. ballot.ByName.Select(one => new FrozenVote(people[one.Member].Name, one.Voice, one.Candidate is { } candidate ? people[candidate].Name : null))]);

    private static async Task<IReadOnlyList<FrozenNote>> NotesAsync(IshenimDb db, MeetingId meeting, Dictionary<PersonId, Person> people)
    {
        var notes = await db.Set<ProtocolNote>().AsNoTracking().Where(note => note.Meeting == meeting && note.State == NoteState.Taken).ToListAsync();
        return [.. notes.Select(note => new FrozenNote(people[note.Author].Name, note.Day, note.Text)).OrderBy(note => note.Day).ThenBy(note => note.Name, StringComparer.Ordinal).ThenBy(note => note.Text, StringComparer.Ordinal)];
    }

    private static FrozenMember Member(Dictionary<PersonId, Person> people, Attendance one) =>
        new(people[one.Person].Name, people[one.Person].Post, one.Group, one.Presence == Presence.Remote);

    /// <summary>Nobody yet: a line to write the name on.</summary>
    private static FrozenSignatory Signatory(Dictionary<PersonId, Person> people, PersonId? person) =>
        person is { } id ? new FrozenSignatory(people[id].Name, people[id].Post, people[id].Woman) : new FrozenSignatory("", "", false);

    private static TimeOnly TimeOf(int minute) => new(minute / 60 % 24, minute % 60);
}
