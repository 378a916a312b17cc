using System.Globalization;
using Ishenim.Core.Calendar;

namespace Ishenim.Core.Tests.Calendar;

public sealed class HolidaysTests
{
    [Theory]
    [InlineData(2025, "2025-03-30", "2025-06-06")]
    [InlineData(2026, "2026-03-20", "2026-05-27*")]
    [InlineData(2027, "2027-03-09*", "2027-05-16*")]
    [InlineData(2033, "2033-01-02* 2033-12-23*", "2033-03-11*")]
    public void In_Year_HoldsTheAits(int year, string orozo, string kurman)
    {
        Assert.Equal(orozo, Days(year, HolidayKind.OrozoAit));
        Assert.Equal(kurman, Days(year, HolidayKind.KurmanAit));
    }

    [Fact]
    public void In_AnyYear_HoldsTheFixedDaysInOrder()
    {
        var days = Holidays.In(2025).Select(holiday => holiday.Day.ToString("M-d", CultureInfo.InvariantCulture));
        Assert.Equal(
            "1-1 1-2 1-3 1-4 1-5 1-6 1-7 3-8 3-21 3-30 5-1 5-2 5-3 5-4 5-5 5-6 5-7 5-8 5-9 6-6 8-31",
            string.Join(' ', days));
    }

    /// <summary>The calculated days stand within a day of those that were announced or are expected.</summary>
    [Fact]
    public void In_AnnouncedYears_AgreeWithTheMoonWithinADay()
    {
        var lunar = new UmAlQuraCalendar();
        foreach (var ait in Enumerable.Range(2025, 3).SelectMany(Holidays.In)
            .Where(holiday => holiday.Kind is HolidayKind.OrozoAit or HolidayKind.KurmanAit))
        {
            var noon = ait.Day.ToDateTime(new TimeOnly(12, 0));
            var (month, day) = ait.Kind == HolidayKind.OrozoAit ? (10, 1) : (12, 10);
            var expected = lunar.ToDateTime(lunar.GetYear(noon), month, day, 12, 0, 0, 0);
            Assert.InRange((noon - expected).TotalDays, -1, 1);
        }
    }

    [Fact]
    public void In_EveryYear_HasAtLeastOneOfEachAit()
    {
        for (var year = Holidays.Years.First; year <= Holidays.Years.Last; year++)
        {
            var kinds = Holidays.In(year).Select(holiday => holiday.Kind).ToHashSet();
            Assert.Contains(HolidayKind.OrozoAit, kinds);
            Assert.Contains(HolidayKind.KurmanAit, kinds);
        }
    }

    [Theory]
    [InlineData(1900)]
    [InlineData(2077)]
    public void In_YearBeyondTheLunarTable_Throws(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Holidays.In(year));

    private static string Days(int year, HolidayKind kind) => string.Join(' ', Holidays.In(year)
        .Where(holiday => holiday.Kind == kind)
        .Select(holiday => holiday.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (holiday.Expected ? "*" : "")));
}
