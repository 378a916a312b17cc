using System.Diagnostics;
using System.Globalization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Boxes;
using Ishenim.Core.Staff;
using Ishenim.Testing;

namespace Ishenim.Bench;

/// <summary>Finishing an opening of 50 letters, on both databases; and what one of its letters costs before.</summary>
internal static class OpeningsBench
{
    private const int Letters = 50;
    private const int Times = 10;

    public static async Task<Table> RunAsync()
    {
        var rows = new List<(string, string)>();
        foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
        {
            await using var database = await TestDatabase.StartAsync(kind);
            var school = await TestSchool.OpenAsync(database);
            var member = await school.AddAsync("Данияр Мүчөев", Position.Teacher, Role.Member);
            var box = await new BoxKeeping(database.Gate).AddAsync(school.Responsible.Now(school), new BoxInput { Place = "А блогу", Seal = "П-1" }, new DateOnly(2026, 9, 1));
            var (register, finish) = (new List<double>(), new List<double>());
            for (var i = 0; i < Times; i++)
                await OpenAsync(school, box, member.Id, register, finish);
            rows.Add(($"{kind}, registering a letter in an opening, median", Milliseconds(register, 0.5)));
            rows.Add(($"{kind}, finishing an opening of {Letters} letters, median", Milliseconds(finish, 0.5)));
            rows.Add(($"{kind}, finishing an opening of {Letters} letters, slowest", Milliseconds(finish, 1)));
        }
        return new Table("openings", rows);
    }

    private static async Task OpenAsync(TestSchool school, BoxId box, PersonId member, List<double> register, List<double> finish)
    {
        var (openings, actor) = (new Openings(school.Database.Gate), school.Responsible.Now(school));
        var opening = new NewOpening
        {
            Id = OpeningId.New(), Box = box, OpenedOn = actor.Today, OpenedAt = new TimeOnly(9, 0), Present = [actor.Person, school.Chair.Id, member], Guests = [],
            FewMembers = false, Damage = "", Facing = Facing.Nothing, SealBefore = "П-1", SealAfter = "",
        };
        await openings.BeginAsync(actor, school.School, opening);
        await openings.CountAsync(actor, opening.Id, 0, Letters, Letters);
        for (var i = 0; i < Letters; i++)
            register.Add(await TimedAsync(() => RegisterAsync(school, openings, actor, opening.Id)));
        finish.Add(await TimedAsync(() => openings.FinishAsync(actor, opening.Id, 1, "П-2")));
    }

    private static NewOpeningLetter Entry() => new() { Entry = Guid.NewGuid(), Sheets = 1, Kind = Kind.Complaint, Signed = false, Closed = false };

    private static async Task RegisterAsync(TestSchool school, Openings openings, Actor actor, OpeningId opening)
    {
        using var pool = new ReceiptPool(0);
        var papers = new PaperLetters(school.Database.Gate, pool, school.Staged, school.Time);
        using var paper = await papers.PrepareAsync(actor, school.School, Letter(actor.Today));
        await openings.RegisterAsync(actor, opening, Entry(), async db =>
        {
            var registered = await papers.AddAsync(db, actor, paper);
            return (registered.Id, registered.Number);
        });
    }

    private static PaperLetter Letter(DateOnly day) => new()
    {
        Letter = TestSchool.Letter("Ашкана муздак.") with { Channel = Channel.Box, Kind = Kind.Complaint }, Sheets = 1, ReceivedOn = day,
        Slip = null, WantsCode = false, Closed = false, ReadBack = false,
    };

    private static async Task<double> TimedAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string Milliseconds(List<double> times, double share) =>
        times.Order().ElementAt((int)(share * (times.Count - 1))).ToString("0 'ms'", CultureInfo.InvariantCulture);
}
