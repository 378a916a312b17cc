using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ishenim.Core.Storage;

/// <summary>Every stored moment is UTC; SQLite does not say so when it reads one back.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    moment => moment, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
