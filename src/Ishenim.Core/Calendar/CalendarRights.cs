using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Calendar;

/// <summary>Only the responsible person and the director change the calendar and the terms.</summary>
public sealed class OnlyCalendarKeepers : Refusal;

/// <summary>There are so many days or rules that somebody must have mistaken.</summary>
public sealed class CalendarIsFull : Refusal;

/// <summary>The calendar knows no ait on that day that is still expected.</summary>
public sealed class NoAitExpected : Refusal;

/// <summary>A month without any working day: a deadline would be moved out of sight.</summary>
public sealed class NoWorkingDayLeft : Refusal;

public static class CalendarRights
{
    public static bool KeepsCalendar(this Actor actor) => actor.Is(Role.Responsible) || actor.Is(Role.Director);

    internal static void RequireCalendarKeeper(this Actor actor)
    {
        if (!actor.KeepsCalendar())
            throw new OnlyCalendarKeepers();
    }
}
