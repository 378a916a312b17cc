using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ishenim.Core.Calendar;

/// <summary>Stores a school year as the calendar year it begins in, so that it sorts.</summary>
public sealed class SchoolYearConverter()
    : ValueConverter<SchoolYear, int>(year => year.Begins, begins => SchoolYear.BeginningIn(begins));
