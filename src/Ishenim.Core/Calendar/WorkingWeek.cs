namespace Ishenim.Core.Calendar;

/// <summary>The days of the week a school's office works.</summary>
public enum WorkingWeek
{
    MondayToFriday,
    MondayToSaturday,
}
