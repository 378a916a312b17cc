namespace Ishenim.Core.Storage;

/// <summary>Where the data lies.</summary>
public sealed record StorageSettings
{
    /// <summary>The data folder: files, and the SQLite database unless <see cref="Postgres"/> is set.</summary>
    public required string Folder { get; init; }

    /// <summary>A PostgreSQL connection string; null: SQLite in the data folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>How long a write waits for another one, and again for another program that holds the SQLite database.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public string SqliteFile => Path.Combine(Folder, "ishenim.db");
}
