using System.Text.Json;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>What a frozen protocol says a year later, and to whom it says what was said of a letter.</summary>
public sealed class ProtocolReadingTests
{
    private static readonly ItemMinutes Said = new() { Heard = "Кат ашкана жөнүндө.", Spoke = "Сезим: чындык.", Resolved = "" };

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ReadAsync_AYearLaterWithOtherNamesPostsAndSettings_IsTheSameInEveryWord(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var id = await protocol.Commission.EndedAsync();
        await protocol.Commission.AddLetterAsync(id, 3, restricted: false, Said, protocol.Commission.Chair);
        await protocol.FreezeAsync(id);
        var before = await protocol.ReadAsync(protocol.Commission.Chair, id);

        protocol.School.Time.Pass(TimeSpan.FromDays(400));
        await protocol.Commission.ChangeAsync("""UPDATE "People" SET "Name" = 'Башка Ысым', "Post" = 'башка кызмат', "Woman" = false, "LeftOn" = '2027-06-01'""");
        await protocol.Commission.ChangeAsync("""UPDATE "Schools" SET "Town" = 'Башка шаар', "Language" = 'ru', "Settings_QuorumPercent" = 90""");
        await protocol.Commission.ChangeAsync("""UPDATE "Decisions" SET "Text" = 'Башка чечим', "State" = 2""");
        await protocol.Commission.ChangeAsync("""UPDATE "ConvocationMembers" SET "To" = '2027-06-01'""");
        var after = await protocol.ReadAsync(protocol.Commission.Chair, id);

        Assert.Equal(JsonSerializer.Serialize(before.Form), JsonSerializer.Serialize(after.Form));
        Assert.Equal(before.Fingerprint, after.Fingerprint);
        Assert.Equal("Жылдыз Мисалиева", after.Form.Chair.Name);
        Assert.True(after.Form.Chair.Woman);
        Assert.Equal(Said, after.Minutes.Single().Value.Words);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ReadAsync_MinutesOfALetter_OpenForWhoHoldsThemAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var commission = protocol.Commission;
        var id = await commission.EndedAsync();
        var letter = await commission.AddLetterAsync(id, 3, restricted: false, Said, commission.Chair);
        await protocol.FreezeAsync(id);

        var (chair, secretary) = (await protocol.ReadAsync(commission.Chair, id, printed: true), await protocol.ReadAsync(commission.Secretary, id, printed: true));

        Assert.Equal((MinutesView.Open, Said), (chair.Minutes[letter.Id].View, chair.Minutes[letter.Id].Words!));
        Assert.Equal(new ReadMinutes(MinutesView.Sealed, null), secretary.Minutes[letter.Id]);
        await using var db = database.Open(protocol.School.Id);
        var form = await db.Set<FrozenForm>().SingleAsync();
        Assert.DoesNotContain("ашкана жөнүндө", form.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("чындык", form.Content, StringComparison.Ordinal);
        Assert.Equal([(commission.Chair.Id, letter.Appeal)], await db.Set<JournalLine>().Where(line => line.Verb == JournalVerb.MinutesPrinted).Select(line => new ValueTuple<Core.Staff.PersonId, Core.Appeals.AppealId?>(line.Actor!.Value, line.Appeal)).ToListAsync());
    }

    /// <summary>Whoever writes the database puts other sealed minutes there, or takes them away.</summary>
    [Fact]
    public async Task ReadAsync_MinutesExchangedOrDestroyed_SaysSoAndKeepsTheRest()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var commission = protocol.Commission;
        var id = await commission.EndedAsync();
        var letter = await commission.AddLetterAsync(id, 3, restricted: false, Said, commission.Chair);
        await protocol.FreezeAsync(id);

        await commission.ChangeAsync("""UPDATE "AgendaItems" SET "Minutes" = 904 WHERE "Minutes" = 903""");
        await commission.ChangeAsync("""UPDATE "Parts" SET "Sequence" = 904 WHERE "Sequence" = 903""");
        Assert.Equal(MinutesView.Contradicts, (await View(protocol, id))[letter.Id].View);
        await commission.ChangeAsync("""DELETE FROM "Parts" WHERE "Sequence" = 904""");

        var read = await protocol.ReadAsync(commission.Chair, id);
        Assert.Equal(MinutesView.Sealed, read.Minutes[letter.Id].View);
        Assert.Equal("2026-3", read.Form.Items[2].Letter);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ExtractAsync_RestrictedLetter_IsForWhoHoldsItAndStandsInNoProtocol(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var commission = protocol.Commission;
        var id = await commission.EndedAsync();
        var letter = await commission.AddLetterAsync(id, 3, restricted: true, Said with { Resolved = "Маселе каралсын." }, commission.Chair);
        await protocol.FreezeAsync(id);

        var read = await protocol.ReadAsync(commission.Chair, id);
        var extract = await protocol.Protocols.ExtractAsync(commission.Chair.Now(protocol.School), letter.Id);

        Assert.Equal(2, read.Form.Items.Count);
        Assert.Empty(read.Minutes);
        Assert.Equal("Маселе каралсын.", extract!.Minutes!.Words!.Resolved);
        Assert.Null(await protocol.Protocols.ExtractAsync(commission.Secretary.Now(protocol.School), letter.Id));
        Assert.NotNull(await protocol.Protocols.ExtractAsync(commission.Secretary.Now(protocol.School), read.Form.Items[1].Id));
    }

    [Fact]
    public async Task BookAsync_TwoSchoolYears_EachHasItsOwnSignedProtocolsInOrder()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var protocol = await ProtocolOf.OpenAsync(database);
        var commission = protocol.Commission;
        await protocol.FreezeAsync(await commission.EndedAsync(2, new DateOnly(2026, 9, 14)));
        await protocol.FreezeAsync(await commission.EndedAsync(1, new DateOnly(2026, 9, 7)));
        await commission.EndedAsync(3, new DateOnly(2026, 9, 15));
        await protocol.FreezeAsync(await commission.EndedAsync(1, new DateOnly(2025, 10, 1)));

        Assert.Equal([1, 2], (await protocol.BookAsync(2026)).Select(one => one.Form.Number));
        Assert.Equal(["2025–2026"], (await protocol.BookAsync(2025)).Select(one => one.Form.SchoolYear));
        Assert.Empty(await protocol.BookAsync(2027));
    }

    private static async Task<IReadOnlyDictionary<Guid, ReadMinutes>> View(ProtocolOf protocol, MeetingId id) =>
        (await protocol.ReadAsync(protocol.Commission.Secretary, id)).Minutes;
}
