using System.ComponentModel;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>Tells faults of disk and database, which pass when their cause is gone, from faults of the program.</summary>
public static class StorageFaults
{
    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private const string DiskFull = "53100";
    private const string IoError = "58030";
    private const string LockNotAvailable = "55P03";
    private const string TookTooLong = "57014";

    /// <summary>Null: it is something else.</summary>
    public static StorageFault? Of(Exception fault)
    {
        for (var one = fault; one is not null; one = one.InnerException)
            if (OfOne(one) is { } found)
                return found;
        return null;
    }

    /// <summary>Whether work in the background may shrug and try again later: disk or database are not there now.</summary>
    public static bool IsPassing(Exception fault) =>
        Of(fault) is not null || fault is DbException or DbUpdateException or IOException or UnauthorizedAccessException or InvalidOperationException { InnerException: DbException };

    private static StorageFault? OfOne(Exception fault) => fault switch
    {
        DatabaseLockedException => StorageFault.DatabaseLocked,
        SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode),
        // PostgreSQL's, by what all drivers share: its own driver is not loaded on SQLite, and cannot be while no file can be opened.
        DbException { SqlState: DiskFull } => StorageFault.DiskFull,
        DbException { SqlState: IoError } => StorageFault.DiskBroken,
        DbException { SqlState: LockNotAvailable or TookTooLong } => StorageFault.DatabaseLocked,
        DbException { IsTransient: true } => StorageFault.DatabaseAway,
        Win32Exception native => OfSystem(native.NativeErrorCode),
        IOException file => OfSystem(file.HResult),
        _ => null,
    };

    /// <summary>https://www.sqlite.org/rescode.html</summary>
    private static StorageFault? OfSqlite(int code) => code switch
    {
        5 or 6 => StorageFault.DatabaseLocked,
        8 => StorageFault.DiskReadOnly,
        10 => StorageFault.DiskBroken,
        13 => StorageFault.DiskFull,
        14 => StorageFault.DatabaseAway,
        _ => null,
    };

    /// <summary>.NET gives errno(3) of a file's fault as it is.</summary>
    private static StorageFault? OfSystem(int code) => code switch
    {
        5 => StorageFault.DiskBroken,
        23 or 24 => StorageFault.NoFileHandles,
        28 or 122 => StorageFault.DiskFull,
        30 => StorageFault.DiskReadOnly,
        _ => null,
    };
}
