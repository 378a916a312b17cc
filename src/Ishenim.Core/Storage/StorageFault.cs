namespace Ishenim.Core.Storage;

/// <summary>What of the machine under the data keeps it from being written or read; none of it is a writer's fault or ours.</summary>
public enum StorageFault
{
    /// <summary>Another program, or our own writing before it, held the database longer than anybody waits.</summary>
    DatabaseLocked,

    /// <summary>The database cannot be opened, or its server ended while it worked.</summary>
    DatabaseAway,

    DiskFull,

    DiskReadOnly,

    DiskBroken,

    /// <summary>The process may open no more files.</summary>
    NoFileHandles,
}

/// <summary>Others wrote for so long that this write was not begun.</summary>
public sealed class DatabaseLockedException() : Exception("The database was held for too long.");
