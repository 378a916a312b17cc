using Ishenim.Core.Storage;

namespace Ishenim.Core.Staff;

/// <summary>One who is at the school now, as the rule about readers sees them.</summary>
/// <param name="Id">The person.</param>
/// <param name="Roles">What they do in the trust mail.</param>
/// <param name="Position">What they are in the school.</param>
/// <param name="PublicKey">X25519, 32 bytes; null while letters must not be sealed to them.</param>
/// <param name="Email">Where notices go; null for none.</param>
/// <param name="Language">ky, ru or en.</param>
public sealed record RosterLine(
    PersonId Id, IReadOnlySet<Role> Roles, Position Position, byte[]? PublicKey, string? Email, string Language)
{
    /// <summary>Russian has words of its own for what she is.</summary>
    public bool Woman { get; init; }
}

public static class Roster
{
    /// <summary>Everybody who has not left, whether or not they may read yet: exclusion binds to all.</summary>
    public static Task<IReadOnlyList<RosterLine>> RosterAsync(this IshenimDb db) => db.Sql().RosterAsync();

    /// <summary>In one statement: roles of one moment and keys of another could make a reader of somebody who is none.</summary>
    public static async Task<IReadOnlyList<RosterLine>> RosterAsync(this SchoolSql sql)
    {
        var held = await sql.ReadAsync(
            $"""
            SELECT person."Id" AS "Id", "Position", "Woman", "Email", "Language", "PublicKey", "UndertakingOn", "ConfirmedOn", "ReleasedOn", "Role"
            FROM "People" person
            LEFT JOIN "Accounts" account ON account."School" = person."School" AND account."Person" = person."Id"
            LEFT JOIN "PersonRoles" held ON held."School" = person."School" AND held."Person" = person."Id"
            WHERE person."School" = {sql.School.Value} AND "LeftOn" IS NULL ORDER BY person."Id"
            """,
            row => (Line: Line(row), Role: (Role?)row.NumberOrNull("Role")));
        return [.. held.GroupBy(one => one.Line.Id).Select(person => person.First().Line with { Roles = person.Select(one => one.Role).OfType<Role>().ToHashSet() })];
    }

    /// <summary>Somebody's once for each role.</summary>
    private static RosterLine Line(Row row) => new(
        new(row.Id("Id")),
        new HashSet<Role>(),
        (Position)row.Number("Position"),
        Account.CanRead(row.DayOrNull("UndertakingOn"), row.DayOrNull("ConfirmedOn"), row.DayOrNull("ReleasedOn")) ? row.Bytes("PublicKey") : null,
        row.TextOrNull("Email"),
        row.Text("Language"))
    {
        Woman = row.Flag("Woman"),
    };

    /// <summary>The names of those who open the boxes, in order.</summary>
    public static Task<IReadOnlyList<string>> OpenersAsync(this SchoolSql sql) => sql.ReadAsync(
        $"""
        SELECT "Name" FROM "People" person JOIN "PersonRoles" held ON held."School" = person."School" AND held."Person" = person."Id"
        WHERE person."School" = {sql.School.Value} AND "LeftOn" IS NULL AND "Role" = {(int)Role.Responsible} ORDER BY "Name"
        """,
        row => row.Text("Name"));
}
