using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Boxes;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages;

/// <summary>A box with a key in somebody's hands, a photo, a finished opening with an act, and one under way.</summary>
internal sealed record FilledBox(BoxId Box, Guid Custody, Guid File, OpeningId Finished, OpeningId Open, AppealId Answered)
{
    public static async Task<FilledBox> FillAsync(TestSchool school, PersonId? holder = null)
    {
        var gate = school.Database.Gate;
        var actor = school.Responsible.Now(school);
        var openings = new Core.Boxes.Openings(gate);
        var box = await new BoxKeeping(gate).AddAsync(actor, new BoxInput { Place = "А блогу, биринчи кабат, коридор", Seal = "П-1" }, new DateOnly(2026, 9, 1));
        await new KeyCustodies(gate).HandOverAsync(actor, new NewHandOver { Box = box, To = holder ?? actor.Person, Day = new DateOnly(2026, 9, 1), Keys = 1, Reason = "" });
        await using (var photo = Fixture("texts.png"))
            await new BoxKeeping(gate).SetPhotoAsync(actor, box, 0, await NewBoxFile.ReadAsync(photo, pdf: false));
        var finished = New(school, box);
        await openings.BeginAsync(actor, school.School, finished);
        await openings.CountAsync(actor, finished.Id, 0, 3, 4);
        var answered = await RegisterAsync(school, openings, finished.Id, 1, Paper(school, "Кат.", false));
        await new NoticeBoard(new AppealDesk(gate), gate).PostAsync(actor, answered, new NewAnswer { Text = "Оңдодук.", Version = 0 });
        await RegisterAsync(school, openings, finished.Id, 2, Paper(school, "", true, About.Director));
        await openings.SetAsideAsync(actor, finished.Id, new NewSetAside(Guid.NewGuid(), SetAside.Joke, 1));
        await openings.FinishAsync(actor, finished.Id, 1, "П-2");
        await openings.CorrectAsync(actor, finished.Id, "Пломбанын номери П-3 болгон.");
        var open = New(school, box);
        await openings.BeginAsync(actor, school.School, open);
        await openings.CountAsync(actor, open.Id, 0, 2, 2);
        await openings.SetAsideAsync(actor, open.Id, new NewSetAside(Guid.NewGuid(), SetAside.Empty, 1));
        await using var db = school.Database.Open(school.Id);
        return new FilledBox(box, await db.Set<KeyCustody>().Select(custody => custody.Id).SingleAsync(), await db.Set<BoxFile>().Select(file => file.Id).SingleAsync(), finished.Id, open.Id, answered);
    }

    public static NewOpening New(TestSchool school, BoxId box) => new()
    {
        Id = OpeningId.New(), Box = box, OpenedOn = school.Clock.Today, OpenedAt = new TimeOnly(9, 30), Present = [school.Responsible.Id, school.Chair.Id],
        Guests = [new Guest("Сезим Мисалова", "ата-энелердин комитети", Member: true)], FewMembers = false, Damage = "", Facing = Facing.OfficeDoor, SealBefore = "П-1", SealAfter = "",
    };

    private static PaperLetter Paper(TestSchool school, string text, bool closed, params About[] about) => new()
    {
        Letter = TestSchool.Letter(text, about) with { Channel = Channel.Box, Kind = closed ? default : Kind.Complaint }, Sheets = 1, ReceivedOn = school.Clock.Today,
        Slip = null, WantsCode = false, Closed = closed, ReadBack = false,
    };

    private static async Task<AppealId> RegisterAsync(TestSchool school, Core.Boxes.Openings openings, OpeningId id, int sheets, PaperLetter letter)
    {
        var actor = school.Responsible.Now(school);
        using var pool = new ReceiptPool(0);
        var papers = new PaperLetters(school.Database.Gate, pool, school.Staged, school.Time);
        using var paper = await papers.PrepareAsync(actor, school.School, letter);
        var entered = new NewOpeningLetter { Entry = Guid.NewGuid(), Sheets = sheets, Kind = letter.Letter.Kind, Signed = false, Closed = letter.Closed };
        await openings.RegisterAsync(actor, id, entered, async db =>
        {
            var registered = await papers.AddAsync(db, actor, paper);
            return (registered.Id, registered.Number);
        });
        return letter.Letter.Draft.Id;
    }

    private static FileStream Fixture(string name) =>
        System.IO.File.OpenRead(Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", name));
}
