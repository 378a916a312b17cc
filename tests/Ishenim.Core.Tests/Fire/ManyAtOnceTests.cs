using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Storage;
using Ishenim.Core.Tests.Appeals;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Fire;

/// <summary>A class that presses Send together, and staff that close letters in the same moment.</summary>
public sealed class ManyAtOnceTests
{
    private const int Rounds = 100;
    private static readonly int[] AtOnce = [2, 4, 16, 64];

    /// <summary>Strength is not what these tests look at.</summary>
    private static readonly Argon Cheap = new(1, 8 * 1024);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AcceptAsync_HundredRoundsInTheSameInstant_AreNumberedWithoutGapAndAllReadable(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database, code: Cheap);
        var sent = new Dictionary<AppealId, string>();
        for (var round = 0; round < Rounds; round++)
        {
            var letters = Enumerable.Range(0, AtOnce[round % AtOnce.Length]).Select(i => TestSchool.Letter($"Кат {round}/{i}")).ToList();
            foreach (var letter in letters)
                sent.Add(letter.Draft.Id, letter.Text);
            await TogetherAsync(letters.Select(letter => (Func<Task>)(() => school.AcceptAsync(letter))));
        }

        await using var db = database.Open(school.Id);
        var appeals = await db.Set<Appeal>().AsNoTracking().ToListAsync();
        Assert.Equal(Enumerable.Range(1, sent.Count), appeals.Select(PlaceOf).Order());
        var arrivals = await db.Set<JournalLine>().Where(line => line.Book == Book.Arrivals).Select(line => line.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, sent.Count).Select(number => (long)number), arrivals.Order());
        Assert.Equal(sent.OrderBy(one => one.Value), (await ReadAsync(db, school)).OrderBy(one => one.Value));
    }

    /// <summary>A restricted letter gets its number of the common register when it is closed: two in one moment, while others arrive.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task CloseAsync_RestrictedLettersWhileOthersArrive_NoNumberTwice(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database, code: Cheap);
        var desk = new DeskOf(school);
        var (rounds, chair) = (10, school.Chair.Now(school));
        for (var round = 0; round < rounds; round++)
        {
            var restricted = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => AnsweredAsync(desk, chair)));
            await TogetherAsync(
            [
                .. restricted.Select(letter => (Func<Task>)(() => desk.CloseAsync(chair, letter.Id, letter.Version))),
                .. Enumerable.Range(0, 4).Select(i => (Func<Task>)(() => school.AcceptAsync(TestSchool.Letter($"Кат {i}")))),
            ]);
        }

        await using var db = database.Open(school.Id);
        var appeals = await db.Set<Appeal>().AsNoTracking().ToListAsync();
        Assert.Equal(Enumerable.Range(1, 6 * rounds), appeals.Select(PlaceOf).Order());
        Assert.Equal(appeals.Count, appeals.Select(appeal => appeal.Facts!.Number).Distinct().Count());
    }

    private static async Task<(AppealId Id, int Version)> AnsweredAsync(DeskOf desk, Core.Staff.Actor chair)
    {
        var id = await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        await desk.Answering.AnswerAsync(chair, id, new NewAnswer { Text = "Жооп.", Version = 0 });
        return (id, (await desk.Reading.ReadAsync(chair, id))!.Version);
    }

    /// <summary>All wait for one signal, so that they start in the same instant.</summary>
    private static async Task TogetherAsync(IEnumerable<Func<Task>> acts)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = acts.Select(act => Task.Run(async () =>
        {
            await signal.Task;
            await act();
        })).ToList();
        signal.SetResult();
        await Task.WhenAll(running);
    }

    private static int PlaceOf(Appeal appeal) => (int)(appeal.RegisterPlace!.Value % 10_000_000);

    private static async Task<Dictionary<AppealId, string>> ReadAsync(IshenimDb db, TestSchool school)
    {
        var me = school.Responsible.Id.Value;
        var grants = (await db.Set<Grant>().AsNoTracking().Where(grant => grant.Recipient == me).ToListAsync()).ToLookup(grant => grant.Appeal);
        var read = new Dictionary<AppealId, string>();
        foreach (var part in await db.Set<Part>().AsNoTracking().ToListAsync())
        {
            using var keys = AppealKeys.From(grants[part.Appeal], school.Responsible.Keys);
            read.Add(part.Appeal, keys.Open(part));
        }
        return read;
    }
}
