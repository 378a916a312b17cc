using Ishenim.Core.Appeals;
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
            using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
            await staff.GetAsync("/desk/appeals");
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
    public async Task SignIn_ClockSetBack_WorksOnceTheUsedCodesArePast()
    {
        await using var site = await TestSite.StartAsync();
        using (await StaffClient.SignInAsync(site, site.School.Responsible))
            site.Time.Pass(TimeSpan.FromDays(-1));

        // A code of a moment before the last used one is refused: otherwise one seen over a shoulder would work again.
        using var early = new StaffClient(site.Address);
        await early.SignInAsync(site.School.Director, site.Time);
        Assert.Equal("/desk", early.Path);
    }
}
