using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Attachments;
using Ishenim.Core.Boxes;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Demo;

/// <summary>The demo's box: its key in somebody's hands, an opening at which it was empty, and one with an act.</summary>
internal sealed class DemoBox(DatabaseGate database, IAttachmentStore store, School school, DemoClock clock)
{
    private const int EmptyDaysAgo = 30;
    private const int ActDaysAgo = 15;

    private int _reached = int.MaxValue;

    /// <summary>Does what happened at the box until so many days ago, once.</summary>
    public async Task UntilAsync(int daysAgo, Func<Task<Actor>> responsible)
    {
        foreach (var day in new[] { EmptyDaysAgo, ActDaysAgo })
            if (day >= daysAgo && day < _reached)
            {
                clock.Back = TimeSpan.FromDays(day);
                await OpenAsync(await responsible(), setAside: day == ActDaysAgo);
                _reached = day;
            }
    }

    private async Task OpenAsync(Actor actor, bool setAside)
    {
        await using var db = database.Open(school.Id);
        var box = await db.Set<Box>().AsNoTracking().SingleAsync();
        var members = await db.Set<Person>().AsNoTracking().Where(person => person.Roles.Any(held => held.Role == Role.Member || held.Role == Role.Chair)).Select(person => person.Id).ToListAsync();
        if (!setAside)
            await new KeyCustodies(database).HandOverAsync(actor, new NewHandOver { Box = box.Id, To = actor.Person, Day = actor.Today, Keys = 1, Reason = "" });
        await OpenAsync(actor, box, members, setAside);
    }

    private async Task OpenAsync(Actor actor, Box box, List<PersonId> members, bool setAside)
    {
        var openings = new Openings(database);
        var opening = new NewOpening
        {
            Id = OpeningId.New(), Box = box.Id, OpenedOn = actor.Today, OpenedAt = school.Clock(clock).DayAndTimeOf(actor.At).Time, Present = [actor.Person, .. members],
            Guests = [], FewMembers = false, Damage = "", Facing = Facing.Nothing, SealBefore = setAside ? "П-101" : "", SealAfter = "",
        };
        await openings.BeginAsync(actor, school, opening);
        await openings.CountAsync(actor, opening.Id, 0, setAside ? 2 : 0, setAside ? 2 : 0);
        if (setAside)
        {
            await RegisterAsync(openings, actor, opening.Id);
            await openings.SetAsideAsync(actor, opening.Id, new NewSetAside(Guid.NewGuid(), SetAside.Joke, 1));
        }
        await openings.FinishAsync(actor, opening.Id, 1, setAside ? "П-102" : "П-101");
    }

    private async Task RegisterAsync(Openings openings, Actor actor, OpeningId opening)
    {
        using var pool = new ReceiptPool(0);
        var papers = new PaperLetters(database, pool, new StagedFiles(store), clock);
        using var draft = LetterDraft.New();
        using var paper = await papers.PrepareAsync(actor, school, Letter(draft, actor.Today));
        await openings.RegisterAsync(actor, opening, new NewOpeningLetter { Entry = draft.Id.Value, Sheets = 1, Kind = Kind.Proposal, Signed = false, Closed = false }, async own =>
        {
            var registered = await papers.AddAsync(own, actor, paper);
            return (registered.Id, registered.Number);
        });
    }

    private static PaperLetter Letter(LetterDraft draft, DateOnly day) => new()
    {
        Letter = new NewLetter
        {
            Draft = draft, Text = "Ашканада суп муздак болуп калат. Жылуураак берсе жакшы болмок.", Kind = Kind.Proposal, Subject = Subject.Conditions,
            Group = WriterGroup.Pupil, Channel = Channel.Box, Identity = null, About = [], Urgent = false, Language = "ky", Files = [],
        },
        Sheets = 1, ReceivedOn = day, Slip = null, WantsCode = false, Closed = false, ReadBack = false,
    };
}
