using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Ishenim.Settings;

/// <summary>Tells which setting is behind a fault of the start, so that one line says it and no stack is shown.</summary>
internal static class StartFaults
{
    /// <summary>Null: it is no setting's fault.</summary>
    public static SettingsException? Named(Exception fault, ServerSettings settings) => Innermost(fault) switch
    {
        _ when Chain(fault).OfType<AddressInUseException>().Any() => new("port", $"a port that is free: {settings.Port} is in use on {settings.Listen}"),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } when !IsDatabase(fault) => new("listen", $"an address of this machine: {settings.Listen} is none"),
        SocketException { SocketErrorCode: SocketError.AccessDenied } when !IsDatabase(fault) => new("port", $"a port that this user may use: {settings.Port} is kept for root"),
        _ when IsDatabase(fault) && settings.Storage.Postgres is not null => new("postgres", $"the connection string of a PostgreSQL that answers; this one: {OneLine(Innermost(fault).Message)}"),
        _ when IsDatabase(fault) => new("data", $"a folder with a database that can be used; {settings.Storage.SqliteFile}: {OneLine(Innermost(fault).Message)}"),
        IOException or UnauthorizedAccessException => new("data", $"a folder that can be written; {settings.Storage.Folder}: {OneLine(Innermost(fault).Message)}"),
        _ => null,
    };

    private static bool IsDatabase(Exception fault) => Chain(fault).OfType<DbException>().Any();

    private static Exception Innermost(Exception fault) => Chain(fault).Last();

    private static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var one = fault; one is not null; one = one.InnerException)
            yield return one;
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
