using Microsoft.Data.Sqlite;

namespace Ishenim.Testing;

/// <summary>A new folder under the system's temporary one; removed when disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("ishenim-test-").FullName;

    public string Path { get; }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
