namespace Ishenim.Core.Storage;

/// <summary>Where the data lies.</summary>
public sealed record StorageSettings
{
    /// <summary>The data folder: files, and the SQLite database unless <see cref="Postgres"/> is set.</summary>
    public required string Folder { get; init; }

    /// <summary>A PostgreSQL connection string; null: SQLite in the data folder.</summary>
    public string? Postgres { get; init; }

    public string SqliteFile => Path.Combine(Folder, "ishenim.db");
}
