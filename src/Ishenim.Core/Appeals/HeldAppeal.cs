using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.Unsealing;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>
/// A letter that a reader has at hand inside a transaction: its row is locked, so that epochs and facts do not change
/// beneath, and its keys are open until it is disposed.
/// </summary>
internal sealed class HeldAppeal : IDisposable
{
    private HeldAppeal(IshenimDb db, Actor actor, Appeal row, AppealKeys keys, bool isExecutor) =>
        (Db, Actor, Row, Keys, Sealed, IsExecutor) = (db, actor, row, keys, keys.OpenFacts(row), isExecutor);

    public IshenimDb Db { get; }

    public Actor Actor { get; }

    public Appeal Row { get; }

    public AppealKeys Keys { get; }

    public SealedFacts Sealed { get; private set; }

    /// <summary>This person has it for consideration or on an agenda only, and is none of its readers.</summary>
    public bool IsExecutor { get; }

    /// <summary>The official side, wherever it stands.</summary>
    public AppealFacts Facts => Row.Facts ?? Sealed.Restricted!;

    /// <summary>It was urgent, and does not wait for anybody to take it up any more.</summary>
    public bool EndsUrgentWait { get; private set; }

    /// <summary>Null where there is no such letter for this person: no grant, or it has not appeared yet.</summary>
    public static async Task<HeldAppeal?> TakeAsync(IshenimDb db, Actor actor, AppealId id)
    {
        var person = actor.Person.Value;
        if (!await db.Set<Grant>().AnyAsync(grant => grant.Appeal == id && grant.Recipient == person))
            return null;
        await db.TakePlacesAsync(id, 0);
        var row = await db.Set<Appeal>().SingleAsync(appeal => appeal.Id == id);
        var keys = await AppealKeys.OpenAsync(db, id, person, actor.Keys);
        if (keys.Has(KeyClass.Reply, row.Epoch) && row.AppearsAt <= actor.At)
            return new HeldAppeal(db, actor, row, keys, await db.IsExecutorAsync(id, actor.Person));
        keys.Dispose();
        return null;
    }

    /// <summary>For who goes through many letters: null also where its keys or facts are broken, which does not keep the others.</summary>
    public static Task<HeldAppeal?> TakeUnbrokenAsync(IshenimDb db, Actor actor, AppealId id) =>
        Unbroken.OrAsync(null, () => TakeAsync(db, actor, id));

    /// <exception cref="ChangedMeanwhile">Somebody changed the letter since that version was shown.</exception>
    public void Require(int version)
    {
        if (Row.Version != version)
            throw new ChangedMeanwhile();
    }

    public void RequireOpen()
    {
        if (Facts.IsOver())
            throw new AppealIsClosed();
    }

    /// <exception cref="DeskNotHeld">This person has the letter by its writer's word, without what readers wrote among themselves.</exception>
    public void RequireDesk()
    {
        if (!Keys.Has(KeyClass.Desk, Row.Epoch))
            throw new DeskNotHeld();
    }

    /// <summary>Changes the official side where it stands: in the register, or sealed while the letter is restricted.</summary>
    public void Change(AppealFacts facts)
    {
        if (Row.Restricted)
            Seal(Sealed with { Restricted = facts });
        else
            Row.Facts = facts;
        EndsUrgentWait |= facts is { Urgent: true, State: not AppealState.Registered };
        Row.Version++;
    }

    public void Seal(SealedFacts facts)
    {
        Sealed = facts;
        Row.Sealed = Keys.SealFacts(Row, facts);
    }

    /// <summary>Adds a text of this person's to the letter.</summary>
    public async Task<Part> AddAsync(KeyClass keyClass, PartKind kind, string text)
    {
        if (keyClass == KeyClass.Desk)
            RequireDesk();
        var sequence = await Db.TakePlacesAsync(Row.Id, 1);
        var part = Keys.SealText(Row, keyClass, kind, AuthorSide.School, sequence, text, Actor.Today, Actor.At, Actor.Person);
        Db.Add(part);
        return part;
    }

    /// <summary>Seals why something is done; the journal gets the commitment.</summary>
    public async Task<Reason> AddReasonAsync(string words)
    {
        var reason = Reason.New(words);
        await AddAsync(KeyClass.Desk, PartKind.Reason, reason.ToString());
        return reason;
    }

    /// <summary>A neutral notice to a signed writer who left an e-mail, where this person holds the key of the name.</summary>
    public async Task TellWriterAsync(Notice notice)
    {
        foreach (var identity in await this.IdentitiesAsync())
            if (identity.Email is { } address)
                Db.AddNotice(address, Sealed.Language, notice, Actor.At);
    }

    public Task JournalAsync(string verb, PersonId? person = null, string? detail = null) =>
        Db.JournalActAsync(Actor.At, Actor.Today, new Act(Actor.Person, verb, Row.Id, person, detail));

    public void Dispose() => Keys.Dispose();
}
