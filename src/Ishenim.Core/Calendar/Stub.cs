namespace Ishenim.Core.Calendar;
public enum WorkingWeek { MondayToFriday, MondayToSaturday }
public sealed class SchoolCalendar(WorkingWeek week)
{
    public WorkingWeek W => week;
    public DateOnly RegistrationDay(DateOnly d) => d;
    public DateOnly DueDay(DateOnly d, int n) => d.AddDays(n);
}
public sealed class SchoolClock(TimeProvider time, string zone)
{
    public string Z => zone;
    public DateOnly Today => DateOnly.FromDateTime(UtcNow);
    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;
    public DateTime DayStartUtc(DateOnly d) => d.ToDateTime(default, DateTimeKind.Utc);
}
