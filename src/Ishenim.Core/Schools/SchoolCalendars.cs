using Ishenim.Core.Calendar;

namespace Ishenim.Core.Schools;

public static class SchoolCalendars
{
    /// <summary>The working days of the school: five a week, less the holidays of the Labour Code.</summary>
    public static SchoolCalendar Calendar(this School school) => new(school.Settings.SixDayWeek ? WorkingWeek.MondayToSaturday : WorkingWeek.MondayToFriday);
}
