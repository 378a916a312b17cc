namespace Ishenim.Testing;

/// <summary>Every database test runs on each of these, the real server.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
