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
    public static Task<IReadOnlyList<RosterLine>> RosterAsync(this IshenimDb db) => db.Rows().RosterAsync();

    /// <summary>Likewise.</summary>
    public static async Task<IReadOnlyList<RosterLine>> RosterAsync(this Rows rows)
    {
        var roles = (await rows.ReadAsync(
            $"""SELECT "Person", "Role" FROM "PersonRoles" WHERE "School" = {rows.School.Value}""",
            row => (Person: row.Id("Person"), Role: (Role)row.Number("Role")))).ToLookup(held => held.Person, held => held.Role);
        return await rows.ReadAsync(
            $"""
            SELECT person."Id", "Position", "Woman", "Email", "Language", "PublicKey", "UndertakingOn", "ConfirmedOn", "ReleasedOn"
            FROM "People" person LEFT JOIN "Accounts" account ON account."School" = person."School" AND account."Person" = person."Id"
            WHERE person."School" = {rows.School.Value} AND "LeftOn" IS NULL ORDER BY person."Id"
            """,
            row => Line(row, roles[row.Id("Id")]));
    }

    private static RosterLine Line(Row row, IEnumerable<Role> roles) => new(
        new(row.Id("Id")),
        roles.ToHashSet(),
        (Position)row.Number("Position"),
        Account.CanRead(row.DayOrNull("UndertakingOn"), row.DayOrNull("ConfirmedOn"), row.DayOrNull("ReleasedOn")) ? row.Bytes("PublicKey") : null,
        row.TextOrNull("Email"),
        row.Text("Language"))
    {
        Woman = row.Flag("Woman"),
    };
}
