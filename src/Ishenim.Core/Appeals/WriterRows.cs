using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>What the writer's side reads of a letter's rows.</summary>
internal static class WriterRows
{
    private static readonly KeyClass[] Shared = [KeyClass.Letter, KeyClass.Reply];

    /// <summary>The texts that the writer holds keys of, oldest first, each with its files.</summary>
    public static async Task<IReadOnlyList<ThreadMessage>> MessagesAsync(this IshenimDb db, OpenThread thread)
    {
        var parts = await db.Set<Part>().AsNoTracking()
            .Where(part => part.Appeal == thread.Appeal && part.Kind == PartKind.Text && Shared.Contains(part.Class))
            .OrderBy(part => part.Sequence).ToListAsync();
        var files = await db.Set<Attachment>().AsNoTracking()
            .Where(file => file.Appeal == thread.Appeal && Shared.Contains(file.Class))
            .OrderBy(file => file.Place).ToListAsync();
        return parts.Where(part => thread.Keys.Has(part.Class, part.Epoch)).Select(part => new ThreadMessage(
            part.Sequence, part.Side, part.Day, thread.Keys.OpenText(part),
            files.Where(file => file.Message == part.Sequence && thread.Keys.Has(file.Class, file.Epoch))
                .Select(file => new ThreadFile(file.Id, thread.Keys.OpenFacts(file))).ToList())).ToList();
    }

    /// <summary>The steps of which the writer is told, the oldest first.</summary>
    public static async Task<IReadOnlyList<OpenRecord<Step>>> StepsAsync(this IshenimDb db, OpenThread thread)
    {
        var parts = await db.Set<Part>().AsNoTracking()
            .Where(part => part.Appeal == thread.Appeal && part.Kind == PartKind.Step).OrderBy(part => part.Sequence).ToListAsync();
        return [.. parts.Where(part => thread.Keys.Has(part.Class, part.Epoch)).Select(part => new OpenRecord<Step>(part.Day, null, thread.Keys.OpenRecord<Step>(part)))];
    }

    /// <summary>That an answer did not help, the oldest first.</summary>
    public static async Task<IReadOnlyList<OpenRecord<string>>> NotHelpedAsync(this IshenimDb db, OpenThread thread)
    {
        var parts = await db.Set<Part>().AsNoTracking()
            .Where(part => part.Appeal == thread.Appeal && part.Kind == PartKind.NotHelped).OrderBy(part => part.Sequence).ToListAsync();
        return [.. parts.Where(part => thread.Keys.Has(part.Class, part.Epoch)).Select(part => new OpenRecord<string>(part.Day, null, thread.Keys.OpenText(part)))];
    }

    /// <summary>Those of the school who hold the letter's newest key of that class, and not for an agenda only.</summary>
    public static async Task<IReadOnlyList<RosterLine>> HoldersAsync(this IshenimDb db, Appeal appeal, KeyClass keyClass)
    {
        var holders = await db.Set<Grant>().AsNoTracking()
            .Where(grant => grant.Appeal == appeal.Id && grant.Class == keyClass && grant.Epoch == appeal.Epoch)
            .Where(grant => !db.Set<Assignment>().Any(one => one.Appeal == grant.Appeal && one.Recipient == grant.Recipient && one.State == AssignmentState.Open && one.AgendaItem != null)
                || db.Set<Assignment>().Any(one => one.Appeal == grant.Appeal && one.Recipient == grant.Recipient && one.State == AssignmentState.Open && one.AgendaItem == null))
            .Select(grant => grant.Recipient).ToListAsync();
        return (await db.RosterAsync()).Where(person => person.PublicKey is not null && holders.Contains(person.Id.Value)).ToList();
    }
}
