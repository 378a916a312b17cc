using System.Globalization;
using Ishenim.Core.Calendar;

namespace Ishenim.Core.Tests.Calendar;

public sealed class SchoolYearTests
{
    [Theory]
    [InlineData("2026-09-01", "2026–2027", 1)]
    [InlineData("2026-12-31", "2026–2027", 1)]
    [InlineData("2027-01-01", "2026–2027", 2)]
    [InlineData("2027-05-29", "2026–2027", 2)]
    [InlineData("2027-07-15", "2026–2027", 2)] // the summer belongs to the year that ends
    [InlineData("2027-08-31", "2026–2027", 2)]
    [InlineData("2027-09-01", "2027–2028", 1)]
    [InlineData("2028-02-29", "2027–2028", 2)]
    public void From_Day_IsItsYearAndHalf(string text, string year, int half)
    {
        var day = DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(year, SchoolYear.From(day).ToString());
        Assert.True(SchoolYear.From(day).Contains(day));
        Assert.Equal(half, HalfYear.From(day).Number);
        Assert.Equal(SchoolYear.From(day), HalfYear.From(day).Year);
        Assert.True(HalfYear.From(day).Contains(day));
    }

    [Fact]
    public void Halves_OfAYear_FillItWithoutGap()
    {
        var year = SchoolYear.BeginningIn(2026);
        var (first, second) = (HalfYear.First(year), HalfYear.Second(year));
        Assert.Equal(year.FirstDay, first.FirstDay);
        Assert.Equal(first.LastDay.AddDays(1), second.FirstDay);
        Assert.Equal(year.LastDay, second.LastDay);
        Assert.Equal(year.LastDay.AddDays(1), year.Next.FirstDay);
        Assert.False(year.Contains(year.Next.FirstDay));
        Assert.False(first.Contains(second.FirstDay));
        Assert.Equal(year, year.Next.Previous);
        Assert.True(year < year.Next && year.Next > year && year <= year.Next && year.Next >= year);
    }

    [Theory]
    [InlineData("2026–2027", 2026)]
    [InlineData("2026-2027", 2026)]
    [InlineData("2026/2027", 2026)]
    [InlineData("2026–2028", 0)]
    [InlineData("2026–2026", 0)]
    [InlineData("2026 2027", 0)]
    [InlineData("2026–027", 0)]
    [InlineData("+026–2027", 0)]
    [InlineData("0000–0001", 0)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    public void TryParse_Text_ReadsWhatToStringWrites(string? text, int begins)
    {
        Assert.Equal(begins != 0, SchoolYear.TryParse(text, out var year));
        if (begins != 0)
            Assert.Equal(SchoolYear.BeginningIn(begins), year);
    }

    [Fact]
    public void Converter_Year_GoesThereAndBack()
    {
        var converter = new SchoolYearConverter();
        var year = SchoolYear.BeginningIn(2026);
        Assert.Equal(2026, converter.ConvertToProvider(year));
        Assert.Equal(year, converter.ConvertFromProvider(2026));
    }

    [Fact]
    public void Begins_NeverSet_Throws() => Assert.Throws<InvalidOperationException>(() => default(SchoolYear).Begins);
}
