using System.Text.Json;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.PassingOn;

/// <summary>
/// Sends a letter to the body whose matter it is: a covering letter is kept with it, the writer is told where it went and
/// why. Nothing leaves the program: what goes out are the sheets that a reader prints.
/// </summary>
public sealed class LetterPassingOn(AppealDesk desk)
{
    /// <summary>Null: no such letter for this reader. No text is opened for it.</summary>
    public async Task<PassingOnOffer?> OfferAsync(Actor actor, AppealId id)
    {
        PassingOnOffer? offer = null;
        await desk.WithAsync(actor, id, async held => offer = new PassingOnOffer
        {
            Facts = held.Facts, Version = held.Row.Version, LastDay = await LastDayAsync(held), ChairSigns = ChairSigns(held.Sealed, await held.Db.RosterAsync()),
        });
        return offer;
    }

    /// <returns>False: no such letter for this reader.</returns>
    /// <exception cref="AppealIsClosed">There is nothing to consider.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody changed it.</exception>
    /// <exception cref="AnonymousHasNoContacts">Contacts shall go with a letter that nobody signed.</exception>
    public Task<bool> PassAsync(Actor actor, AppealId id, NewPassingOn input) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(input.Version);
        if (input.WithContacts && !held.Facts.Signed)
            throw new AnonymousHasNoContacts();
        await held.AddAsync(KeyClass.Desk, PartKind.PassedOn, JsonSerializer.Serialize(await RecordAsync(held, input)));
        await held.AddStepAsync(new Step { Kind = StepKind.PassedOn, Reason = input.Reason, Body = input.Body });
        held.Change(held.Facts.State == AppealState.Registered ? held.Facts with { State = AppealState.UnderConsideration } : held.Facts);
        var reason = await held.AddReasonAsync($"{input.Body}: {input.Reason}");
        await held.JournalAsync(JournalVerb.LetterPassedOn, detail: reason.Commitment);
    });

    /// <summary>What was sent in that place; null: no such letter for this reader, or no such place.</summary>
    public Task<SentLetter?> SentAsync(Actor actor, AppealId id, int sequence) => SentAsync(actor, id, sequence, _ => Task.CompletedTask);

    /// <summary>The same for paper: the printing is journaled.</summary>
    public Task<SentLetter?> PrintAsync(Actor actor, AppealId id, int sequence) =>
        SentAsync(actor, id, sequence, held => held.JournalAsync(JournalVerb.CoveringPrinted));

    /// <summary>Keeps what the body wrote back; also after closing.</summary>
    /// <returns>False: no such letter for this reader, or it was not passed on in that place.</returns>
    /// <exception cref="ReplyDayNotPossible">Before it was sent, or to come.</exception>
    public async Task<bool> ReplyAsync(Actor actor, AppealId id, BodyReply reply)
    {
        var found = false;
        await desk.WithAsync(actor, id, async held =>
        {
            if (await FindAsync(held, reply.To) is not { } sent)
                return;
            if (reply.ReceivedOn < sent.Day || reply.ReceivedOn > actor.Today)
                throw new ReplyDayNotPossible();
            await held.AddAsync(KeyClass.Desk, PartKind.BodyReply, JsonSerializer.Serialize(reply));
            await held.JournalAsync(JournalVerb.BodyReplied);
            found = true;
        });
        return found;
    }

    private async Task<SentLetter?> SentAsync(Actor actor, AppealId id, int sequence, Func<HeldAppeal, Task> then)
    {
        SentLetter? sent = null;
        await desk.WithAsync(actor, id, async held =>
        {
            if (await FindAsync(held, sequence) is not { } part)
                return;
            sent = new SentLetter(held.Facts, new OpenRecord<PassedOn>(part.Day, part.Author, held.Keys.OpenRecord<PassedOn>(part)));
            await then(held);
        });
        return sent;
    }

    private static async Task<Part?> FindAsync(HeldAppeal held, int sequence) => await held.Db.Set<Part>().AsNoTracking()
        .SingleOrDefaultAsync(part => part.Appeal == held.Row.Id && part.Sequence == sequence && part.Kind == PartKind.PassedOn) is { } part
        && held.Keys.Has(part.Class, part.Epoch) ? part : null;

    private static async Task<PassedOn> RecordAsync(HeldAppeal held, NewPassingOn input)
    {
        var roster = await held.Db.RosterAsync();
        var chair = ChairSigns(held.Sealed, roster);
        return new PassedOn
        {
            Body = input.Body, Head = input.Head, Outgoing = input.Outgoing, Sheets = input.Sheets, WithContacts = input.WithContacts,
            Anonymous = !held.Facts.Signed, Language = input.Language, ChairSigns = chair, Late = held.Actor.Today > await LastDayAsync(held),
            Signer = Holder(chair ? Role.Chair : Role.Director, held.Sealed, roster),
        };
    }

    private static bool ChairSigns(SealedFacts facts, IReadOnlyList<RosterLine> roster) => Holder(Role.Director, facts, roster) is null;

    /// <summary>Who has the role and may know of the letter (X2).</summary>
    private static PersonId? Holder(Role role, SealedFacts facts, IReadOnlyList<RosterLine> roster) =>
        roster.FirstOrDefault(person => person.Roles.Contains(role) && !ReaderRule.KeptFrom(person, facts))?.Id;

    private static async Task<DateOnly> LastDayAsync(HeldAppeal held)
    {
        var (school, registered) = (await held.Db.Set<School>().AsNoTracking().SingleAsync(), held.Facts.RegisteredOn);
        return school.Calendar().AddWorkingDays(registered, school.Rules().At(RuleKind.Redirect, registered));
    }
}

/// <summary>A passing on, opened.</summary>
/// <param name="Facts">Of the letter: its number and day.</param>
/// <param name="Sent">Where it went and with what.</param>
public sealed record SentLetter(AppealFacts Facts, OpenRecord<PassedOn> Sent);
