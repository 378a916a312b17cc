using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>What the browser's cookie gets of a new session: the row in the database opens nothing without the key.</summary>
public sealed record NewSession(PersonId Person, Guid Id, byte[] Key);

/// <summary>A session that still runs, with its person (roles and account loaded) and unlocked keys.</summary>
public sealed record OpenSession(Person Person, KeyPair Keys);

/// <summary>Starts, opens and ends sessions.</summary>
public sealed class Sessions(DatabaseGate database, TimeProvider time)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Null: ended, idle too long, too old, another school's, or its person has left.</summary>
    public async Task<OpenSession?> OpenAsync(School school, Guid id, byte[] key)
    {
        await using var db = database.Open(school.Id);
        var now = time.GetUtcNow().UtcDateTime;
        var session = await db.Set<StaffSession>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id);
        if (session is null || now - session.SeenAt > StaffSession.Idle || now - session.StartedAt > StaffSession.Longest)
            return null;
        var person = await db.Set<Person>().AsNoTracking().Include(one => one.Roles).Include(one => one.Account)
            .SingleOrDefaultAsync(one => one.Id == session.Person && one.LeftOn == null);
        if (person?.Account is null || Unwrap(session, key) is not { } keys)
            return null;
        if (!keys.PublicKey.AsSpan().SequenceEqual(person.Account.PublicKey))
        {
            keys.Dispose();
            return null;
        }
        if (now - session.SeenAt > SeenEvery)
            await database.InTransactionAsync(db, () => db.Set<StaffSession>().Where(one => one.Id == id)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.SeenAt, now)));
        return new OpenSession(person, keys);
    }

    /// <summary>Ends one session; of a person who signs out, or whose browser signs in anew.</summary>
    public async Task EndAsync(School school, Guid id)
    {
        await using var db = database.Open(school.Id);
        var clock = school.Clock(time);
        await database.InTransactionAsync(db, async () =>
        {
            if (await db.Set<StaffSession>().SingleOrDefaultAsync(one => one.Id == id) is not { } session)
                return;
            db.Remove(session);
            await db.JournalActAsync(clock.UtcNow, clock.Today, new Act(session.Person, JournalVerb.SignedOut));
        });
    }

    /// <summary>Ends all sessions of the person who does this, the present one too.</summary>
    public async Task EndAllAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.EndSessionsAsync(actor.Person);
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.SignedOut, Detail: "everywhere"));
        });
    }

    private static KeyPair? Unwrap(StaffSession session, byte[] key)
    {
        if (key.Length != SecretKey.Size)
            return null;
        using var sessionKey = SecretKey.From(key);
        try
        {
            return SessionEnvelope.Open(session.WrappedKey, sessionKey, session.School.Value, session.Person.Value, session.Id);
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }
}

internal static class SessionRows
{
    /// <summary>A session with an id and key of its own; sessions of the school that are over are cleared away.</summary>
    public static async Task<NewSession> StartSessionAsync(this IshenimDb db, PersonId person, KeyPair keys, string device, DateTime at)
    {
        var (idle, longest) = (at - StaffSession.Idle, at - StaffSession.Longest);
        await db.Set<StaffSession>().Where(one => one.SeenAt < idle || one.StartedAt < longest).ExecuteDeleteAsync();
        using var key = SecretKey.Generate();
        var id = Guid.NewGuid();
        db.Add(new StaffSession
        {
            School = db.School, Id = id, Person = person, StartedAt = at, SeenAt = at,
            Device = device.Length > StaffSession.DeviceLength ? device[..StaffSession.DeviceLength] : device,
            WrappedKey = SessionEnvelope.Wrap(keys, key, db.School.Value, person.Value, id),
        });
        return new NewSession(person, id, key.Bytes.ToArray());
    }

    public static Task EndSessionsAsync(this IshenimDb db, PersonId person) =>
        db.Set<StaffSession>().Where(one => one.Person == person).ExecuteDeleteAsync();
}
