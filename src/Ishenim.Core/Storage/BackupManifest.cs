namespace Ishenim.Core.Storage;

/// <summary>
/// <c>manifest.json</c>, the last entry of a backup: what the others hold, so that nothing can be missing, added or
/// changed unseen. The file is a zip (docs/operations.md, "What a backup holds").
/// </summary>
public sealed record BackupManifest
{
    public const string EntryName = "manifest.json";
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    /// <summary>The last migration of the database it was made from.</summary>
    public required string Schema { get; init; }

    /// <summary>The day it was made, in UTC.</summary>
    public required DateOnly MadeOn { get; init; }

    public required IReadOnlyList<BackupTable> Tables { get; init; }

    /// <summary>The list of the files: one JSON object a line.</summary>
    public required BackupEntry FileList { get; init; }

    public required long Files { get; init; }

    public required IReadOnlyList<BackupHead> Heads { get; init; }
}

/// <summary>One entry: its name, length in bytes before compression, and SHA-256 in lower-case hexadecimal.</summary>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);

/// <summary>A table: one JSON array a line, its values in the order of the columns.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, long Rows, BackupEntry Entry);

public sealed record BackupColumn(string Name, ColumnKind Kind);

/// <summary>A sealed file of a school; its entry is named <see cref="EntryName"/>.</summary>
public sealed record BackupFileLine(Guid School, Guid Id, long Bytes, string Sha256)
{
    public string EntryName => NameOf(School, Id);

    public static string NameOf(Guid school, Guid id) => $"files/{school:D}/{id:N}";
}

/// <summary>Where a book of a school's journal ended.</summary>
public sealed record BackupHead(Guid School, int Book, long Lines, string Hash);

/// <summary>The backup is damaged, of another kind, or newer than the program; the message says which.</summary>
public sealed class BackupUnusableException(string message) : Exception(message);
