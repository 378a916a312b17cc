using Ishenim.Core.Appeals;
using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;

namespace Ishenim.Core.Tests.Calendar;

/// <summary>Rules that change in between: what is registered before keeps its term, working days follow the week of each day.</summary>
public sealed class RuleBookTests
{
    [Fact]
    public void At_NoRule_IsWhatTheLawOrTheSchoolBeganWith()
    {
        var rules = new RuleBook([], new SchoolSettings { SixDayWeek = true });

        Assert.Equal([14, 14, 1, 4, 30, 3, 6, 15, 0, 0, 5, 35], Enum.GetValues<RuleKind>().Select(kind => rules.At(kind, new DateOnly(2026, 1, 1))));
    }

    [Theory]
    [InlineData("2026-08-31", 14)]
    [InlineData("2026-09-01", 10)]
    [InlineData("2026-12-31", 10)]
    [InlineData("2027-01-01", 12)]
    public void At_RulesFromDays_HoldFromTheirDayOnAndTheLaterEnteredCorrects(string day, int expected)
    {
        var rules = new RuleBook(
            [Rule(RuleKind.AnswerSigned, 2027, 1, 1, 20), Rule(RuleKind.AnswerSigned, 2026, 9, 1, 10), Rule(RuleKind.AnswerSigned, 2027, 1, 1, 12)], new SchoolSettings());

        Assert.Equal(expected, rules.At(RuleKind.AnswerSigned, DateOnly.Parse(day)));
        Assert.Equal([12, 20, 10], rules.Of(RuleKind.AnswerSigned).Select(rule => rule.Value));
        Assert.Equal(14, rules.At(RuleKind.AnswerAnonymous, DateOnly.Parse(day)));
    }

    /// <summary>From 1 September 2026 on ten days for signed letters: the day before keeps fourteen.</summary>
    [Theory]
    [InlineData("2026-08-28", true, "2026-09-18")]
    [InlineData("2026-09-01", true, "2026-09-15")]
    [InlineData("2026-09-01", false, "2026-09-21")]
    public void DueDay_TermChangesInBetween_CountsByTheRuleOfRegistration(string registered, bool signed, string due) => Assert.Equal(
        DateOnly.Parse(due), AppealTerm.DueDay(School(Rule(RuleKind.AnswerSigned, 2026, 9, 1, 10)), DateOnly.Parse(registered), signed));

    /// <summary>A six-day week from Monday 16 November 2026 on: Saturdays before it are off, from the 21st on they count.</summary>
    [Theory]
    [InlineData("2026-11-02", "2026-11-20")]
    [InlineData("2026-11-09", "2026-11-26")]
    [InlineData("2026-11-16", "2026-12-02")]
    public void DueDay_WeekChangesInBetween_CountsEachDayByItsOwnWeek(string registered, string due)
    {
        var school = School(Rule(RuleKind.Week, 2026, 11, 16, 6));
        Assert.False(school.Calendar().IsWorkingDay(new DateOnly(2026, 11, 14)));
        Assert.True(school.Calendar().IsWorkingDay(new DateOnly(2026, 11, 21)));

        Assert.Equal(DateOnly.Parse(due), AppealTerm.DueDay(school, DateOnly.Parse(registered), signed: false));
    }

    [Fact]
    public void AnswerDays_TermsDiffer_PromisesTheLonger() =>
        Assert.Equal(20, School(Rule(RuleKind.AnswerAnonymous, 2026, 9, 1, 20)).AnswerDays(new DateOnly(2026, 9, 1)));

    private static DatedRule Rule(RuleKind kind, int year, int month, int day, int value) => new() { Kind = kind, From = new(year, month, day), Value = value, Ground = "Сыноо мыйзамы" };

    private static School School(params DatedRule[] rules) => new()
    {
        Id = SchoolId.New(), Slug = "one", Place = 1, Town = "", Language = "ky", TimeZone = SchoolClock.Bishkek, CodeSalt = [], CodeOperations = 1, CodeMemoryBytes = 1,
        Name = new SchoolName { Kyrgyz = "", KyrgyzGenitive = "", Russian = "", RussianGenitive = "" }, Settings = new SchoolSettings(), CreatedOn = default,
        CalendarBook = new CalendarBook { Rules = rules },
    };
}
