using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Ishenim.Settings;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests;

/// <summary>What the rows of the whole database say after a letter's life over HTTP: no known word, and no time that tells when a letter came.</summary>
public sealed class RowCanaryTests
{
    /// <summary>
    /// The only columns that may hold a time finer than the day: what staff did. Notices and parts do so only where
    /// staff made them; whoever adds a column here must be able to say the same of it.
    /// </summary>
    private static readonly string[] TimesOfStaff =
    [
        "Invitations.ExpiresAt", "Invitations.UsedAt", "JournalLines.At", "OutboxMails.NotBefore", "Parts.AppearsAt", "StaffSessions.SeenAt", "StaffSessions.StartedAt",
    ];

    /// <summary>Moves every hour by itself, whether or not a letter came: what it holds is the hour of now, of any database.</summary>
    private const string HourOfTheProgram = "EscalationRounds.Hour";

    /// <summary>Hold the day only; with fixed hours, the hour at which the desk shows it.</summary>
    private static readonly string[] Days = ["Appeals.AppearsAt"];

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task EveryRow_AfterALettersLife_HoldsNoKnownWord(DatabaseKind kind)
    {
        // A mail server that never answers: without one, what waits to be sent is dropped after seconds.
        await using var site = await TestSite.StartAsync(kind, settings => settings with { Smtp = new SmtpSettings("127.0.0.1", 9, "ishenim@example.kg", null, null, false) });
        var life = new CanaryLetters(site);
        await AddAddressesAsync(site);
        await life.WriteAsync();
        await life.WorkAtTheDeskAsync();
        await life.SpeakOfItAsync();

        var cells = await TableCells.ReadAsync(site.Database);

        Assert.All(life.Expected, found => Assert.Contains(cells, cell => cell.Column == found.Column && cell.Holds(found.Word)));
        var told = cells.SelectMany(cell => life.Words.Where(word => cell.Holds(word) && !life.Expected.Contains((cell.Column, word))).Select(word => $"'{word}' in {cell.Column}"));
        Assert.Empty(told);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Sqlite, 8, 14)]
    [InlineData(DatabaseKind.Postgres, 8, 14)]
    public async Task EveryRow_OfWritersAlone_HoldsNoTime(DatabaseKind kind, params int[] hours)
    {
        await using var site = await TestSite.StartAsync(kind);
        await AddAddressesAsync(site);
        await SetHoursAsync(site, hours);
        await new CanaryLetters(site).WriteAsync();

        var cells = await TableCells.ReadAsync(site.Database);

        var clock = site.School.Clock;
        DateTime[] allowed = [clock.DayStartUtc(clock.Today), .. hours.Select(hour => clock.DayStartUtc(clock.Today).AddHours(hour))];
        var moments = cells.Where(cell => cell.Moment is not null && cell.Column != HourOfTheProgram).ToList();
        Assert.Equal(["Appeals.AppearsAt", "OutboxMails.NotBefore", "Parts.AppearsAt"], moments.Select(cell => cell.Column).Distinct().Order(StringComparer.Ordinal));
        Assert.All(moments, cell => Assert.Contains(cell.Moment!.Value, allowed));
        // The framework's own keys hold the machine's time at the first start, whoever writes.
        Assert.Empty(cells.Where(cell => !cell.Column.StartsWith("ProtectionKeys.", StringComparison.Ordinal) && cell.TellsTimeOf(clock.UtcNow)).Select(cell => cell.Column));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task EveryMoment_AfterALettersLife_IsTheDayUnlessStaffDidIt(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await AddAddressesAsync(site);
        var life = new CanaryLetters(site);
        await life.WriteAsync();
        await life.WorkAtTheDeskAsync();
        await life.AddAsync();

        var moments = (await TableCells.ReadAsync(site.Database)).Where(cell => cell.Moment is not null && cell.Column != HourOfTheProgram).ToList();

        var clock = site.School.Clock;
        Assert.All(moments.Where(cell => Days.Contains(cell.Column)), cell => Assert.Equal(clock.DayStartUtc(clock.Today), cell.Moment));
        await using var db = site.Database.Open(site.School.Id);
        var parts = await db.Set<Part>().Where(part => part.Author == null).ToListAsync();
        Assert.Equal(7, parts.Count);
        Assert.All(parts, part => Assert.Equal((AuthorSide.Writer, clock.DayStartUtc(clock.Today)), (part.Side, part.AppearsAt)));
        var arrivals = await db.Set<JournalLine>().Where(line => line.Book == Book.Arrivals).ToListAsync();
        Assert.Equal(6, arrivals.Count);
        Assert.All(arrivals, line => Assert.Equal((null, null), (line.At, line.Actor)));
        var added = await db.Set<OutboxMail>().Where(mail => mail.Notice == Notice.WriterAdded).ToListAsync();
        Assert.NotEmpty(added);
        Assert.All(added, mail => Assert.Equal(clock.DayStartUtc(clock.Today), mail.NotBefore));
    }

    /// <summary>A new column with a time must be put into one of the two lists, and thought about.</summary>
    [Fact]
    public async Task EveryMomentColumn_OfTheModel_IsAccountedFor()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);

        Assert.Equal(TimesOfStaff.Concat(Days).Append(HourOfTheProgram).Order(StringComparer.Ordinal), TableCells.MomentColumns(database).Order(StringComparer.Ordinal));
    }

    /// <summary>Else no notice would be written, and its row not looked at.</summary>
    private static async Task AddAddressesAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        await db.Set<Person>().ExecuteUpdateAsync(row => row.SetProperty(person => person.Email, "okurman@mektep.example"));
    }

    private static async Task SetHoursAsync(TestSite site, int[] hours)
    {
        await using var db = site.Database.Gate.OpenInstallation();
        var school = await db.Set<School>().SingleAsync();
        school.Settings = school.Settings with { AppearAtHours = hours };
        await db.SaveChangesAsync();
    }
}
