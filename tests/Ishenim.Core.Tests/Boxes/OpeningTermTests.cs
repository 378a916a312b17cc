using Ishenim.Core.Boxes;
using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;

namespace Ishenim.Core.Tests.Boxes;

public sealed class OpeningTermTests
{
    private static readonly SchoolCalendar _calendar = new(WorkingWeek.MondayToFriday);

    [Theory]
    // A Wednesday, and the Friday before a Saturday.
    [InlineData("2026-09-01", "2026-09-16")]
    [InlineData("2026-09-04", "2026-09-18")]
    // 1–7 January: before the New Year.
    [InlineData("2026-12-18", "2026-12-31")]
    [InlineData("2026-12-22", "2026-12-31")]
    // 15 days after 14 February of a leap year is 29 February, a Tuesday in 2028; the year before, 1 March.
    [InlineData("2028-02-14", "2028-02-29")]
    [InlineData("2027-02-14", "2027-03-01")]
    [InlineData("2028-02-29", "2028-03-15")]
    // 1–9 May.
    [InlineData("2026-04-20", "2026-04-30")]
    // Nooruz and the ait of 2026 stand beside a weekend.
    [InlineData("2026-03-06", "2026-03-19")]
    public void DueDay_FifteenDays_MovesBeforeHolidaysAndYearEnds(string last, string due) =>
        Assert.Equal(DateOnly.Parse(due), OpeningTerm.DueDay(DateOnly.Parse(last), _ => 15, [], _calendar));

    [Theory]
    // The usual term would end within the order: it is stretched.
    [InlineData("2027-05-25", "2027-07-09")]
    // The order ends sooner than its days would: the usual rule holds again from the next day on.
    [InlineData("2027-07-20", "2027-09-01")]
    [InlineData("2027-08-20", "2027-09-03")]
    // Before the order begins.
    [InlineData("2027-05-10", "2027-05-25")]
    public void DueDay_OrderForTheSummer_StretchesAtMostToItsEnd(string last, string due) =>
        Assert.Equal(DateOnly.Parse(due), OpeningTerm.DueDay(DateOnly.Parse(last), _ => 15, [Order("2027-06-01", "2027-08-31", 45)], _calendar));

    [Fact]
    public void DueDay_ShorterOrderWithoutEnd_HoldsFromItsDay()
    {
        var orders = new[] { Order("2026-10-01", null, 7), Order("2026-09-01", null, 30) };

        Assert.Equal(new DateOnly(2026, 10, 1), OpeningTerm.DueDay(new DateOnly(2026, 9, 21), _ => 15, orders, _calendar));
        Assert.Equal(new DateOnly(2026, 10, 8), OpeningTerm.DueDay(new DateOnly(2026, 10, 1), _ => 15, orders, _calendar));
        Assert.Equal((30, 7, 15), (OpeningTerm.DaysAt(new DateOnly(2026, 9, 30), _ => 15, orders), OpeningTerm.DaysAt(new DateOnly(2026, 10, 1), _ => 15, orders), OpeningTerm.DaysAt(new DateOnly(2026, 8, 1), _ => 15, orders)));
    }

    private static OpeningInterval Order(string from, string? to, int days) => new()
    {
        School = SchoolId.New(), Id = Guid.NewGuid(), From = DateOnly.Parse(from), To = to is null ? null : DateOnly.Parse(to), Days = days, Order = "12",
        EnteredOn = DateOnly.Parse(from),
    };
}
