using System.Text.Json;
using Ishenim.Core.Attachments;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>Seals and opens the rows of a letter with its class keys.</summary>
internal static class SealedRows
{
    public static Part SealText(
        this AppealKeys keys, Appeal appeal, KeyClass keyClass, PartKind kind, AuthorSide side, int sequence, string text, DateOnly day, DateTime appearsAt, PersonId? author)
    {
        var part = new Part
        {
            School = appeal.School, Id = Guid.NewGuid(), Appeal = appeal.Id, Class = keyClass, Epoch = appeal.Epoch, Kind = kind,
            Side = side, Sequence = sequence, Day = day, AppearsAt = appearsAt, Author = author, Sealed = [],
        };
        part.Sealed = TextEnvelope.SealText(text, keys[keyClass, appeal.Epoch], part.Label);
        return part;
    }

    public static Part SealIdentity(
        this AppealKeys keys, Appeal appeal, int sequence, Identity identity, DateOnly day, DateTime appearsAt) =>
        keys.SealText(appeal, KeyClass.Identity, PartKind.Identity, AuthorSide.Writer, sequence,
            JsonSerializer.Serialize(identity, StoredJson.Default.Identity), day, appearsAt, author: null);

    public static Identity OpenIdentity(this AppealKeys keys, Part part) =>
        JsonSerializer.Deserialize(keys.OpenText(part), StoredJson.Default.Identity)!;

    public static string OpenText(this AppealKeys keys, Part part) =>
        TextEnvelope.OpenText(part.Sealed, keys[part.Class, part.Epoch], part.Label);

    public static AttachmentFacts OpenFacts(this AppealKeys keys, Attachment file) =>
        JsonSerializer.Deserialize(TextEnvelope.Open(file.SealedName, keys[file.Class, file.Epoch], file.NameLabel), StoredJson.Default.AttachmentFacts)!;

    public static byte[] SealFacts(this AppealKeys keys, Appeal appeal, SealedFacts facts) =>
        TextEnvelope.Seal(JsonSerializer.SerializeToUtf8Bytes(facts, StoredJson.Default.SealedFacts), keys[KeyClass.Reply, appeal.Epoch], appeal.FactsLabel(appeal.Epoch));

    public static SealedFacts OpenFacts(this AppealKeys keys, Appeal appeal) =>
        JsonSerializer.Deserialize(
            TextEnvelope.Open(appeal.Sealed, keys[KeyClass.Reply, appeal.Epoch], appeal.FactsLabel(appeal.Epoch)), StoredJson.Default.SealedFacts)!;

    public static Attachment Row(this StagedFile file, Appeal appeal, KeyClass keyClass, AuthorSide side, int message, int place) => new()
    {
        School = appeal.School, Id = file.Id, Appeal = appeal.Id, Class = keyClass, Epoch = appeal.Epoch, Side = side,
        Message = message, Place = place, SealedName = file.SealedName, StoredBytes = file.StoredBytes,
    };

    /// <summary>
    /// Takes the next places in the letter's thread: the row is locked until the transaction ends, so two messages in
    /// the same instant get two places.
    /// </summary>
    /// <returns>The first of the places taken.</returns>
    public static async Task<int> TakePlacesAsync(this IshenimDb db, AppealId appeal, int count)
    {
        var last = await db.Database.SqlQuery<int>(
            $"""
             UPDATE "Appeals" SET "LastPart" = "LastPart" + {count}
             WHERE "School" = {db.School.Value} AND "Id" = {appeal.Value} RETURNING "LastPart" AS "Value"
             """).ToListAsync();
        return last.Single() - count + 1;
    }
}
