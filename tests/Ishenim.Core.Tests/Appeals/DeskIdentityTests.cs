using System.Security.Cryptography;
using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

public sealed class DeskIdentityTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ShowAsync_WithReason_LineHoldsOnlyACommitmentToTheSealedReason(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат.") with { Identity = new Identity("Ойдон Чыккан", "0555 000000") });

        var shown = await desk.Identity.ShowAsync(school.Director.Now(school), id, "  Ата-энеге чалуу керек  ");

        Assert.Equal(new Identity("Ойдон Чыккан", "0555 000000"), Assert.Single(shown!));
        await using var db = database.Open(school.Id);
        var line = await db.Set<JournalLine>().SingleAsync(line => line.Verb == JournalVerb.IdentityShown);
        var part = await db.Set<Part>().SingleAsync(part => part.Kind == PartKind.Reason);
        Assert.Equal(KeyClass.Desk, part.Class);
        using var keys = await AppealKeys.OpenAsync(db, id, school.Responsible.Id.Value, school.Responsible.Keys);
        var stored = TextEnvelope.OpenText(part.Sealed, keys[part.Class, part.Epoch], part.Label).Split('\n', 2);
        Assert.Equal("Ата-энеге чалуу керек", stored[1]);
        Assert.Equal(line.Detail, Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(stored[0]), .. Encoding.UTF8.GetBytes(stored[1])])));
        Assert.Equal(32, stored[0].Length);
        Assert.Equal("Ата-энеге чалуу керек", (await desk.Reading.ReadAsync(school.Responsible.Now(school), id))!.Reasons[line.Detail!]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ShowAsync_AnonymousOrShortReasonOrNoGrant_ShowsNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var anonymous = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var signed = await desk.AcceptAsync(TestSchool.Letter("Кат.") with { Identity = new Identity("Ойдон Чыккан", "0555 000000") });

        await Assert.ThrowsAsync<AppealIsAnonymous>(() => desk.Identity.ShowAsync(school.Director.Now(school), anonymous, "Узун себеп бар"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => desk.Identity.ShowAsync(school.Director.Now(school), signed, "кыска     "));
        Assert.Null(await desk.Identity.ShowAsync(school.Chair.Now(school), signed, "Узун себеп бар"));

        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<JournalLine>().AnyAsync(line => line.Book == Book.Acts));
        Assert.False(await db.Set<Part>().AnyAsync(part => part.Kind == PartKind.Reason));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ShowAsync_NameNotSealedToThisReader_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат.") with { Identity = new Identity("Ойдон Чыккан", "0555 000000") });
        await using var db = database.Open(school.Id);
        await db.Set<Grant>().Where(grant => grant.Class == KeyClass.Identity && grant.Recipient == school.Director.Id.Value).ExecuteDeleteAsync();

        await Assert.ThrowsAsync<IdentityNotHeld>(() => desk.Identity.ShowAsync(school.Director.Now(school), id, "Узун себеп бар"));

        Assert.False((await desk.Reading.ReadAsync(school.Director.Now(school), id))!.IdentityHeld);
    }
}
