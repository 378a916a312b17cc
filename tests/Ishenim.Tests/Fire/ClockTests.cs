using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Fire;

/// <summary>The machine's clock is set back and forward while letters come and staff work.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Send_ClockSetBackAndForward_NumbersAndDeadlinesFollowAndVerifyIsIntact(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        foreach (var days in new[] { 0, -1, +2, -1, +365, -365, +1 })
        {
            site.Time.Pass(TimeSpan.FromDays(days));
            await site.SendAsync(("text", $"Кат, {days} күн"));
            // A line of acts each time: it ties the arrivals of the days before.
            await ActAsync(site);
        }

        Assert.Equal(7, await LetterCheck.VerifyAsync(site.School));
        await using var db = site.Database.Open(site.School.Id);
        var facts = await db.Set<Appeal>().AsNoTracking().OrderBy(letter => letter.RegisterPlace).Select(letter => letter.Facts!).ToListAsync();
        // The register of each year counts on; a letter bears the day that the clock showed.
        Assert.Equal(["2026-1", "2026-2", "2026-3", "2026-4", "2026-5", "2026-6", "2027-1"], facts.Select(one => one.Number));
        Assert.Equal([15, 14, 16, 15, 15, 16, 15], facts.Select(one => one.ReceivedOn.Day));
        Assert.All(facts, one => Assert.InRange(one.DueOn.DayNumber - one.ReceivedOn.DayNumber, 14, 60));
    }

    [Fact]
    public async Task SignIn_ClockSetBack_WorksForWhoUsedNoLaterCode()
    {
        await using var site = await TestSite.StartAsync();
        var before = site.Time.Now;
        using var first = await StaffClient.SignInAsync(site, site.School.Responsible);
        site.Time.Now = before - TimeSpan.FromDays(1);

        // Who signed in by the wrong clock waits until it is that late again, or uses the recovery sheet: each code works once.
        using var again = new StaffClient(site.Address);
        var otp = Ishenim.Sealing.Totp.At(site.School.Responsible.OtpSecret, site.Time.Now);
        await again.SubmitAsync(await again.GetAsync("/desk/login"), "form[data-login]",
            ("login", site.School.Responsible.Login), ("passphrase", site.School.Responsible.Passphrase), ("otp", otp));
        using var other = new StaffClient(site.Address);
        await other.SignInAsync(site.School.Director, site.Time);

        Assert.Equal(("/desk/login", "/desk"), (again.Path, other.Path));
    }

    private static async Task ActAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        var clock = site.School.Clock;
        await site.Database.Gate.InTransactionAsync(db, () => db.JournalActAsync(clock.UtcNow, clock.Today, new Act(site.School.Responsible.Id, JournalVerb.Searched)));
    }
}
