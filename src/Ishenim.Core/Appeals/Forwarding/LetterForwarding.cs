using System.Text.Json;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Forwarding;

/// <summary>
/// Gives a letter to somebody for consideration, and takes it back. An executor gets the keys of this letter alone, for
/// as long as it is theirs; a letter never goes to whoever it is about (X2).
/// </summary>
public sealed class LetterForwarding(AppealDesk desk)
{
    /// <summary>What an executor holds; the name only where the giver says so.</summary>
    internal static readonly IReadOnlyCollection<KeyClass> ToExecutor = [KeyClass.Letter, KeyClass.Reply, KeyClass.Desk];

    /// <summary>The same where names are blacked out: neither the letter's text nor its files.</summary>
    internal static readonly IReadOnlyCollection<KeyClass> WithoutNames = [KeyClass.Redacted, KeyClass.Reply, KeyClass.Desk];

    /// <summary>To whom it could go; null: no such letter for this reader. No text is opened for it.</summary>
    public async Task<ForwardingOffer?> OfferAsync(Actor actor, AppealId id)
    {
        ForwardingOffer? offer = null;
        await desk.WithAsync(actor, id, async held =>
        {
            var recipients = await Recipients.OfAsync(held, await held.Db.OpenForwardings(id).AsNoTracking().ToListAsync());
            offer = new ForwardingOffer
            {
                Facts = held.Facts, Version = held.Row.Version, Offered = [.. recipients.Offered.Select(one => one.Id)],
                Commission = [.. recipients.Commission.Select(one => one.Id)], Kept = [.. recipients.Kept.Select(one => one.Id)],
                Having = recipients.Having, IdentityHeld = held.Keys.Held.Any(one => one.Class == KeyClass.Identity),
                RedactedOn = (await held.RedactedCopyAsync())?.Day,
            };
        });
        return offer;
    }

    /// <returns>False: no such letter for this reader.</returns>
    /// <exception cref="AppealIsClosed">There is nothing to consider.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody changed it.</exception>
    /// <exception cref="ForwardingDayNotPossible">Past, or after the letter's own last day.</exception>
    /// <exception cref="NobodyToForwardTo">Nobody is named, or nobody of the commission is left.</exception>
    /// <exception cref="ForwardedToOneself">Who forwards it.</exception>
    /// <exception cref="ReaderExcluded">One of them may never read it.</exception>
    /// <exception cref="RecipientReadsIt">One of them reads it.</exception>
    /// <exception cref="ForwardedAlready">One of them has it.</exception>
    /// <exception cref="ReaderHasNoKey">Nothing can be sealed to one of them.</exception>
    /// <exception cref="LeadNotAmongThem">Somebody else is named to lead.</exception>
    /// <exception cref="AnswerDidNotHelp">Its writer said so: it is considered again first.</exception>
    /// <exception cref="NoRedactedCopy">There is none to give.</exception>
    public Task<bool> ForwardAsync(Actor actor, AppealId id, NewForwarding forwarding) => desk.WithReadersAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(forwarding.Version);
        await held.RequireHelpedAsync();
        RequireDay(held, forwarding.DueOn);
        var open = await held.Db.OpenForwardings(id).ToListAsync();
        var people = Chosen(await Recipients.OfAsync(held, open), forwarding);
        var lead = LeadAmong(people, open, forwarding);
        await GiveAsync(held, people, await ClassesAsync(held, forwarding));
        var instruction = new Instruction { Text = forwarding.Text, DueOn = forwarding.DueOn, Commission = forwarding.Commission, Redacted = forwarding.Redacted };
        var part = await held.AddAsync(KeyClass.Desk, PartKind.Instruction, JsonSerializer.Serialize(instruction));
        Assign(held, open, people, lead, part.Sequence);
        held.Change(held.Facts.State == AppealState.Registered ? held.Facts with { State = AppealState.UnderConsideration } : held.Facts);
        var reason = await held.AddReasonAsync(forwarding.Text);
        foreach (var person in people)
            await held.JournalAsync(JournalVerb.LetterForwarded, person.Id, reason.Commitment);
    });

    /// <summary>Takes it back before it was handed back. What the executor has read stays read.</summary>
    /// <returns>False: no such letter for this reader.</returns>
    /// <exception cref="ChangedMeanwhile">The person has it no more.</exception>
    public Task<bool> RecallAsync(Actor actor, AppealId id, PersonId from, string why) => desk.WithReadersAsync(actor, id, async held =>
    {
        var assignment = await held.Db.OpenForwardings(id).SingleOrDefaultAsync(one => one.Recipient == from.Value) ?? throw new ChangedMeanwhile();
        assignment.State = AssignmentState.Recalled;
        var reason = await held.AddReasonAsync(why);
        await held.Db.SaveChangesAsync();
        await held.TakeBackAsync([from]);
        await held.JournalAsync(JournalVerb.LetterRecalled, from, reason.Commitment);
    });

    private static void RequireDay(HeldAppeal held, DateOnly due)
    {
        // Of an overdue letter, today is the latest.
        var latest = held.Facts.DueOn > held.Actor.Today ? held.Facts.DueOn : held.Actor.Today;
        if (due < held.Actor.Today || due > latest)
            throw new ForwardingDayNotPossible(latest);
    }

    private static List<RosterLine> Chosen(Recipients recipients, NewForwarding forwarding)
    {
        var people = forwarding.Commission ? recipients.Commission.ToList() : [.. forwarding.To.Distinct().Select(recipients.Require)];
        return people.Count > 0 ? people : throw new NobodyToForwardTo();
    }

    private static async Task<IReadOnlyCollection<KeyClass>> ClassesAsync(HeldAppeal held, NewForwarding forwarding)
    {
        if (forwarding.Redacted && await held.RedactedCopyAsync() is null)
            throw new NoRedactedCopy();
        var classes = forwarding.Redacted ? WithoutNames : ToExecutor;
        return forwarding.WithIdentity ? [.. classes, KeyClass.Identity] : classes;
    }

    private static PersonId? LeadAmong(List<RosterLine> people, List<Assignment> open, NewForwarding forwarding)
    {
        if (forwarding.Lead is { } named)
            return people.Exists(one => one.Id == named) || open.Exists(one => one.Person == named) ? named : throw new LeadNotAmongThem();
        if (open.Exists(one => one.Lead))
            return null;
        return (people.Find(one => forwarding.Commission && one.Roles.Contains(Role.Chair)) ?? people[0]).Id;
    }

    private static async Task GiveAsync(HeldAppeal held, List<RosterLine> people, IReadOnlyCollection<KeyClass> classes)
    {
        var ids = people.ConvertAll(one => one.Id.Value);
        // A former reader may still have single grants: theirs are made anew. Who has it on an agenda keeps what is asked there.
        var onAgenda = held.Db.OpenAssignments(held.Row.Id).Where(one => one.AgendaItem != null).Select(one => one.Recipient);
        await held.Db.Set<Grant>().Where(grant => grant.Appeal == held.Row.Id && ids.Contains(grant.Recipient)
            && (grant.Class != KeyClass.Commission || !onAgenda.Contains(grant.Recipient))).ExecuteDeleteAsync();
        foreach (var person in people)
        {
            held.Db.Grant(held.Row, held.Sealed, held.Keys, person, classes);
            if (person.Email is { } address)
                held.Db.AddNotice(address, person.Language, Notice.Forwarded, held.Actor.At);
        }
    }

    private static void Assign(HeldAppeal held, List<Assignment> open, List<RosterLine> people, PersonId? lead, int instruction)
    {
        if (lead is not null)
            foreach (var one in open)
                one.Lead = one.Person == lead;
        held.Db.AddRange(people.Select((person, i) => new Assignment
        {
            School = held.Row.School, Id = Guid.NewGuid(), Appeal = held.Row.Id, Recipient = person.Id.Value, Instruction = instruction, Place = i + 1,
            Lead = person.Id == lead, State = AssignmentState.Open,
        }));
    }
}
