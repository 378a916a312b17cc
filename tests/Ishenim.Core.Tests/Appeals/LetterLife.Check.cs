using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>What must hold after each step: every letter has a reader, and no key is with who should not have it.</summary>
internal sealed partial class LetterLife
{
    public async Task CheckAsync()
    {
        await using var db = _school.Database.Open(_school.Id);
        foreach (var (id, _) in _letters)
            await CheckAsync(db, id);
    }

    private async Task CheckAsync(IshenimDb db, AppealId id)
    {
        var row = await db.Set<Appeal>().AsNoTracking().SingleAsync(appeal => appeal.Id == id);
        var grants = await db.Set<Grant>().AsNoTracking().Where(grant => grant.Appeal == id && grant.Recipient != id.Value).ToListAsync();
        var parts = await db.Set<Part>().AsNoTracking().Where(part => part.Appeal == id).ToListAsync();
        Assert.True(parts.Count(part => part.Class == KeyClass.Redacted) <= 1);
        var executors = await db.Set<Assignment>().Where(one => one.Appeal == id && one.State == AssignmentState.Open).ToListAsync();
        var requests = await db.Set<IdentityRequest>().AsNoTracking().Where(one => one.Appeal == id).ToListAsync();
        var given = requests.Where(one => one.State == IdentityRequestState.Given).Select(one => one.Requester).ToList();
        var readers = 0;
        foreach (var person in _people.Where(person => !_left.Contains(person.Id)))
        {
            using var keys = AppealKeys.From(grants.Where(grant => grant.Recipient == person.Id.Value), person.Keys);
            if (!keys.Any)
                continue;
            if (executors.Exists(one => one.Recipient == person.Id.Value))
            {
                Assert.DoesNotContain(person.Id, keys.Facts(row).Excluded);
                // On an agenda alone, never the notes; and only on an agenda what is asked there.
                var (forwarded, onAgenda) = (executors.Exists(one => one.Recipient == person.Id.Value && one.AgendaItem is null), executors.Exists(one => one.Recipient == person.Id.Value && one.AgendaItem is not null));
                Assert.Equal((forwarded, onAgenda), (keys.Has(KeyClass.Desk, row.Epoch), keys.Has(KeyClass.Commission, row.Epoch)));
                Assert.DoesNotContain(keys.Held, one => one.Class == KeyClass.Original || (one.Class == KeyClass.Identity && !given.Contains(person.Id)));
                // The letter or the copy, and whoever got the copy always opens the newest.
                Assert.True(keys.Has(KeyClass.Letter, row.Epoch) != keys.Has(KeyClass.Redacted, row.Epoch));
                if (keys.Has(KeyClass.Redacted, row.Epoch))
                    Assert.All(parts.Where(part => part.Class == KeyClass.Redacted), part => Assert.Equal(Blackening.Bar, keys.Open(part)));
                continue;
            }
            // Whoever reads a letter reads its whole talk, old and new; the rest, too, but who has it by the writer's word.
            Assert.DoesNotContain(person.Id, keys.Facts(row).Excluded);
            Assert.All(parts.Where(part => part.Class is KeyClass.Letter or KeyClass.Reply), part => Assert.NotNull(keys.Open(part)));
            if (parts.TrueForAll(part => part.Kind != PartKind.NotHelped))
                Assert.All(parts, part => Assert.NotEmpty(keys.Open(part)));
            readers += keys.Has(KeyClass.Desk, row.Epoch) ? 1 : 0;
            Assert.DoesNotContain(keys.Facts(row).Excluded, one => requests.Exists(request => request.IsSealedTo(one)));
        }
        Assert.True(readers > 0, "A letter has no reader.");
        Assert.Empty(grants.Where(grant => _left.Contains(new PersonId(grant.Recipient))));
        foreach (var lost in _lost.Where(lost => lost.Id == id))
        {
            Assert.DoesNotContain(grants, grant => grant.Recipient == lost.Person.Value);
            Assert.All(parts.Where(part => part.Sequence > lost.LastPart), part => Assert.DoesNotContain((part.Class, part.Epoch), lost.Held));
        }
    }
}

/// <summary>Opens rows as any program with the keys could, by the labels that the rows carry.</summary>
internal static class RowOpening
{
    /// <summary>Whether the person holds a key of that request.</summary>
    public static bool IsSealedTo(this IdentityRequest request, PersonId person) =>
        (request.Approver == person && request.KeyForApprover.Length > 0) || (request.Requester == person && request.KeyForRequester.Length > 0);

    public static string Open(this AppealKeys keys, Part part) => TextEnvelope.OpenText(part.Sealed, keys[part.Class, part.Epoch], part.Label);

    public static SealedFacts Facts(this AppealKeys keys, Appeal row)
    {
        var bytes = TextEnvelope.Open(row.Sealed, keys[KeyClass.Reply, row.Epoch], row.FactsLabel(row.Epoch));
        using var json = System.Text.Json.JsonDocument.Parse(bytes);
        var root = json.RootElement;
        return new SealedFacts
        {
            About = [], Language = root.GetProperty("Language").GetString()!,
            Excluded = [.. root.GetProperty("Excluded").EnumerateArray().Select(one => new PersonId(one.GetGuid()))],
        };
    }
}
