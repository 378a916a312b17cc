using System.ComponentModel;
using Ishenim.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ishenim.Core.Tests.Storage;

public sealed class StorageFaultsTests
{
    public static TheoryData<Exception, StorageFault?> Faults => new()
    {
        { new DatabaseLockedException(), StorageFault.DatabaseLocked },
        { new SqliteException("busy", 5), StorageFault.DatabaseLocked },
        { new DbUpdateException("outer", new SqliteException("full", 13)), StorageFault.DiskFull },
        { new SqliteException("no such table", 1), null },
        { new SqliteException("constraint", 19), null },
        { new NpgsqlException("gone", new IOException()), StorageFault.DatabaseAway },
        { new PostgresException("full", "ERROR", "ERROR", PostgresErrorCodes.DiskFull), StorageFault.DiskFull },
        { new PostgresException("locked", "ERROR", "ERROR", PostgresErrorCodes.LockNotAvailable), StorageFault.DatabaseLocked },
        { new PostgresException("a limit of the server's", "ERROR", "ERROR", PostgresErrorCodes.QueryCanceled), StorageFault.DatabaseLocked },
        { new PostgresException("double", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation), null },
        { new IOException("full", 28), StorageFault.DiskFull },
        { new IOException("a folder", new Win32Exception(24)), StorageFault.NoFileHandles },
        { new IOException("Unexpected end of Stream"), null },
        { new FileNotFoundException(), null },
        { new InvalidOperationException(), null },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Of_Fault_IsTheMachinesOrNot(Exception fault, StorageFault? expected) => Assert.Equal(expected, StorageFaults.Of(fault));

    /// <summary>What ends a service of the background ends the site: only what does not pass may.</summary>
    [Fact]
    public void IsPassing_DatabaseAwayInAnyWrapping_True()
    {
        Assert.True(StorageFaults.IsPassing(new DatabaseLockedException()));
        Assert.True(StorageFaults.IsPassing(new InvalidOperationException("transient", new NpgsqlException("gone"))));
        Assert.True(StorageFaults.IsPassing(new DbUpdateException("outer", new SqliteException("constraint", 19))));
        Assert.False(StorageFaults.IsPassing(new InvalidOperationException()));
    }
}
