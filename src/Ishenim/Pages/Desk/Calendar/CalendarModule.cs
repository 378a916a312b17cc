using Ishenim.Core.Appeals;
using Ishenim.Core.Calendar;

namespace Ishenim.Pages.Desk.Calendar;

internal static class CalendarModule
{
    /// <summary>The school's calendar, its rules, and what is due on which day.</summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services) => services
        .AddSingleton<CalendarKeeping>().AddSingleton<DueLetters>()
        .AddScoped<CalendarYears>().AddScoped<DuePapers>();
}
