using Ishenim.Core.Appeals;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Storage;

/// <summary>What is written without EF's change tracker stands in the tables as EF would have written it.</summary>
public sealed class NewRowsTests
{
    private static readonly DateTime Hour = new(2026, 9, 15, 6, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task InsertAsync_OwnedValuesNullsNumbersAndBytes_AreAsEfWritesThem(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (byEf, here) = (Rows(school), Rows(school));

        await using (var db = database.Open(school.Id))
            await database.Gate.InTransactionAsync(db, () =>
            {
                db.AddRange(byEf);
                return db.InsertAsync(here);
            });

        var expected = await StoredAsync(database, school, byEf);
        Assert.Equal(4, expected.Count);
        Assert.Equal(expected, await StoredAsync(database, school, here));
    }

    [Fact]
    public async Task InsertAsync_OutsideOfATransaction_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        await using var db = database.Open(school.Id);

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InsertAsync(Rows(school)));
    }

    /// <summary>A letter with its facts in the clear, one without, and a text of each.</summary>
    private static List<object> Rows(TestSchool school)
    {
        var open = Letter(school, new AppealFacts
        {
            Number = "2026-7", ReceivedOn = new DateOnly(2026, 9, 15), RegisteredOn = new DateOnly(2026, 9, 15), DueOn = new DateOnly(2026, 10, 5),
            Kind = Kind.Complaint, Subject = Subject.ChildRights, Group = WriterGroup.Pupil, Channel = Channel.Web, Signed = true, Urgent = false, State = AppealState.Registered,
        });
        var restricted = Letter(school, null);
        return [open, restricted, Text(open), Text(restricted)];
    }

    private static Appeal Letter(TestSchool school, AppealFacts? facts) => new()
    {
        School = school.Id, Id = AppealId.New(), Restricted = facts is null, AppearsAt = Hour, RegisterPlace = facts is null ? null : 20_260_000_007,
        Facts = facts, Sealed = [1, 2, 0], Epoch = 1,
    };

    private static Part Text(Appeal appeal) => new()
    {
        School = appeal.School, Id = Guid.NewGuid(), Appeal = appeal.Id, Class = KeyClass.Letter, Epoch = 1, Kind = PartKind.Text, Side = AuthorSide.Writer,
        Sequence = 1, Day = new DateOnly(2026, 9, 15), AppearsAt = Hour, Sealed = [255],
    };

    /// <summary>The values of those rows as the database has them, without the ids.</summary>
    private static async Task<List<string>> StoredAsync(TestDatabase database, TestSchool school, List<object> rows)
    {
        await using var db = database.Open(school.Id);
        await db.Database.OpenConnectionAsync();
        var ids = rows.Select(row => row is Part part ? part.Id : ((Appeal)row).Id.Value).Select(id => id.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var stored = new List<string>();
        foreach (var table in new[] { "Appeals", "Parts" })
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                if (ids.Contains(reader["Id"].ToString()!))
                    stored.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) is not ("Id" or "Appeal"))
                        .Select(i => $"{reader.GetName(i)}={reader.GetFieldType(i).Name}:{(reader[i] is byte[] bytes ? Convert.ToHexString(bytes) : reader[i])}")));
        }
        return [.. stored.Order(StringComparer.Ordinal)];
    }
}
