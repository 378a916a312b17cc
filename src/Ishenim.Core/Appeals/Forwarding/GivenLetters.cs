using System.Text.Json;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Unsealing;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Forwarding;

/// <summary>A letter that was given to somebody for consideration, in their list.</summary>
public sealed record GivenRow(AppealId Id, AppealFacts Facts, Instruction Instruction, bool Leads);

/// <summary>The executor's side: what was given to them, and handing it back. Reading is <see cref="AppealReading.ReadGivenAsync"/>.</summary>
public sealed class GivenLetters(AppealDesk desk, DatabaseGate database)
{
    /// <summary>What this person has to consider, the first to be reported on first.</summary>
    public async Task<IReadOnlyList<GivenRow>> ListAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        var me = actor.Person.Value;
        var mine = await db.Set<Assignment>().AsNoTracking().Where(one => one.Recipient == me && one.State == AssignmentState.Open && one.AgendaItem == null).ToListAsync();
        var rows = new List<GivenRow>();
        foreach (var assignment in mine)
            if (await OpenAsync(db, actor, assignment) is { } row)
                rows.Add(row);
        return [.. rows.OrderByDescending(row => row.Facts.Urgent).ThenBy(row => row.Instruction.DueOn)];
    }

    /// <summary>Whether the letter is this person's to consider; nothing of it is opened.</summary>
    public async Task<bool> HasAsync(Actor actor, AppealId id)
    {
        await using var db = database.Open(actor.School);
        return await db.IsForwardedAsync(id, actor.Person);
    }

    /// <summary>Hands the letter back with a report; from then on this person opens nothing of it.</summary>
    /// <returns>False: no such letter for this executor.</returns>
    public async Task<bool> HandBackAsync(Actor actor, AppealId id, Report report)
    {
        var done = false;
        await desk.WithHolderAsync(actor, id, async held =>
        {
            if (await held.Db.OpenForwardings(id).SingleOrDefaultAsync(one => one.Recipient == actor.Person.Value) is not { } assignment)
                return;
            var part = await held.AddAsync(KeyClass.Desk, PartKind.Report, JsonSerializer.Serialize(report));
            (assignment.State, assignment.Report) = (AssignmentState.HandedBack, part.Sequence);
            var reason = await held.AddReasonAsync(report.Text);
            await held.Db.SaveChangesAsync();
            await held.TakeBackAsync([actor.Person]);
            await TellReadersAsync(held);
            await held.JournalAsync(JournalVerb.LetterHandedBack, await GiverAsync(held, assignment), reason.Commitment);
            done = true;
        }, lockSchool: true);
        return done;
    }

    private static async Task<PersonId?> GiverAsync(HeldAppeal held, Assignment assignment) => await held.Db.Set<Part>().AsNoTracking()
        .Where(part => part.Appeal == assignment.Appeal && part.Sequence == assignment.Instruction).Select(part => part.Author).SingleAsync();

    private static async Task TellReadersAsync(HeldAppeal held)
    {
        foreach (var reader in await held.Db.ReaderLinesAsync(held.Row))
            if (reader.Email is { } address)
                held.Db.AddNotice(address, reader.Language, Notice.HandedBack, held.Actor.At);
    }

    private static Task<GivenRow?> OpenAsync(IshenimDb db, Actor actor, Assignment assignment) => Unbroken.OrAsync(null, async () =>
    {
        var appeal = await db.Set<Appeal>().AsNoTracking().SingleAsync(one => one.Id == assignment.Appeal);
        using var keys = await AppealKeys.OpenAsync(db, appeal.Id, actor.Person.Value, actor.Keys);
        var part = await db.Set<Part>().AsNoTracking().SingleAsync(one => one.Appeal == appeal.Id && one.Sequence == assignment.Instruction);
        if (!keys.Has(part.Class, part.Epoch) || !keys.Has(KeyClass.Reply, appeal.Epoch))
            return null;
        var lead = AssignmentRows.LeadOf(await db.OpenForwardings(appeal.Id).AsNoTracking().ToListAsync());
        return new GivenRow(appeal.Id, appeal.Facts ?? keys.OpenFacts(appeal).Restricted!, keys.OpenRecord<Instruction>(part), lead?.Id == assignment.Id);
    });
}
