using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>A proposed correction, as typed.</summary>
/// <param name="Id">Chosen by the form: sent twice, it is proposed once.</param>
/// <param name="Text">At most <see cref="ProtocolNote.TextLength"/> characters.</param>
public sealed record NewNote(Guid Id, string Text);

/// <summary>The protocol between the meeting's end and its signatures: those who took part read, correct and agree.</summary>
public sealed class ProtocolDrafting(DatabaseGate database)
{
    /// <exception cref="MeetingNotEnded">It is not over, or signed.</exception>
    /// <exception cref="NotAtMeeting">This person took no part.</exception>
    public Task NoteAsync(Actor actor, MeetingId id, NewNote input) => WithAsync(actor, id, async (db, meeting) =>
    {
        Own(meeting, actor);
        if (await db.Set<ProtocolNote>().AnyAsync(note => note.Id == input.Id))
            return;
        db.Add(new ProtocolNote
        {
            School = db.School, Id = input.Id, Meeting = id, Author = actor.Person, Day = actor.Today, Text = input.Text, State = NoteState.Proposed,
        });
        await JournalAsync(db, actor, JournalVerb.ProtocolNoted, meeting);
    });

    /// <summary>Takes or refuses a correction. One that is taken stands in the protocol, so those who agreed before agree anew.</summary>
    /// <exception cref="MeetingNotEnded">It is not over, or signed.</exception>
    /// <exception cref="OnlyChairOrSecretaryAnswers">Somebody else.</exception>
    /// <exception cref="NoteNotOpen">It was answered before.</exception>
    public Task AnswerNoteAsync(Actor actor, MeetingId id, Guid note, bool take) => WithAsync(actor, id, async (db, meeting) =>
    {
        if (actor.Person != meeting.Chair && actor.Person != meeting.Secretary)
            throw new OnlyChairOrSecretaryAnswers();
        var row = await db.Set<ProtocolNote>().SingleOrDefaultAsync(one => one.Id == note && one.Meeting == id && one.State == NoteState.Proposed) ?? throw new NoteNotOpen();
        row.State = take ? NoteState.Taken : NoteState.Refused;
        if (take)
            foreach (var one in meeting.Attendances)
                one.AgreedOn = null;
        await JournalAsync(db, actor, JournalVerb.ProtocolNoteAnswered, meeting, take ? " taken" : " refused");
    });

    /// <exception cref="MeetingNotEnded">It is not over, or signed.</exception>
    /// <exception cref="NotAtMeeting">This person took no part.</exception>
    /// <exception cref="DraftChanged">It is another than the one they read.</exception>
    public Task AgreeAsync(Actor actor, MeetingId id, string draft) => WithAsync(actor, id, async (db, meeting) =>
    {
        var own = Own(meeting, actor);
        if (own.AgreedOn is not null)
            return;
        if (ProtocolWriting.HashOf(await db.ProtocolAsync(meeting)) != draft)
            throw new DraftChanged();
        own.AgreedOn = actor.Today;
        await JournalAsync(db, actor, JournalVerb.ProtocolAgreed, meeting);
    });

    private static Attendance Own(Meeting meeting, Actor actor) =>
        meeting.Attendances.SingleOrDefault(one => one.Person == actor.Person && one.TookPart) ?? throw new NotAtMeeting();

    private async Task WithAsync(Actor actor, MeetingId id, Func<IshenimDb, Meeting, Task> work)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () => await work(db, await db.DraftedAsync(id)));
    }

    private static async Task JournalAsync(IshenimDb db, Actor actor, string verb, Meeting meeting, string more = "")
    {
        await db.SaveChangesAsync();
        await db.JournalProtocolAsync(actor, verb, meeting, more);
    }
}

internal static class ProtocolRows
{
    /// <summary>A meeting whose protocol is a draft, locked until the transaction ends.</summary>
    /// <exception cref="MeetingNotEnded">It is not over, or signed, or not there.</exception>
    public static async Task<Meeting> DraftedAsync(this IshenimDb db, MeetingId id)
    {
        await db.LockMeetingAsync(id);
        return await db.Set<Meeting>().Include(meeting => meeting.Attendances).SingleOrDefaultAsync(meeting => meeting.Id == id && meeting.State == MeetingState.Ended)
            ?? throw new MeetingNotEnded();
    }

    public static Task LockMeetingAsync(this IshenimDb db, MeetingId id) =>
        db.Database.ExecuteSqlAsync($"""UPDATE "Meetings" SET "Version" = "Version" WHERE "School" = {db.School.Value} AND "Id" = {id.Value}""");

    public static Task JournalProtocolAsync(this IshenimDb db, Actor actor, string verb, Meeting meeting, string more = "") =>
        db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, verb, Detail: $"meeting:{meeting.Id.Value:N} protocol:{meeting.Year.Begins}:{meeting.Number}{more}"));
}
