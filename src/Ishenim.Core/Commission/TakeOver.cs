using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>A commission that worked before the school used this program, as typed.</summary>
public sealed record CommissionOnPaper
{
    public required AppointmentOrder Order { get; init; }

    public required IReadOnlyDictionary<PersonId, MemberGroup> Members { get; init; }

    /// <summary>Elected on paper; the next election is that of the next convocation.</summary>
    public required PersonId Chair { get; init; }

    public required PersonId? Deputy { get; init; }

    public required PersonId? Secretary { get; init; }

    /// <summary>The last number of a protocol in this school year; 0: none.</summary>
    public required int LastProtocol { get; init; }
}

/// <summary>
/// Brings a commission with its chair and its last protocol number over from paper (X8). Its order is not frozen here: the signed one
/// lies in the school's folder, and a second one would contradict it one day.
/// </summary>
public sealed class TakeOver(DatabaseGate database)
{
    /// <summary>The last protocol number of this school year that is known here: asked at set-up, or given out since.</summary>
    public async Task<int> LastProtocolAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        return await LastProtocolAsync(db, SchoolYear.From(actor.Today));
    }

    /// <exception cref="OnlyDirectorAppoints">Somebody else.</exception>
    /// <exception cref="CommissionIsHere">There is, or was, a convocation, or one is composed.</exception>
    /// <exception cref="TermNotPossible">The days do not fit.</exception>
    /// <exception cref="GroupMissing">Nobody of one of the groups.</exception>
    /// <exception cref="NotAMember">Chair, deputy or secretary is none.</exception>
    /// <exception cref="ChairMustBeIndependent">The director or the responsible person as chair or deputy.</exception>
    /// <exception cref="ChairIsNotSecretary">One person in both offices.</exception>
    /// <exception cref="DeputyIsChair">The chair as their own deputy.</exception>
    /// <exception cref="PersonHasLeft">A member is not at the school.</exception>
    /// <exception cref="ProtocolNumberGiven">A higher number was given out already.</exception>
    public async Task<ConvocationId> TakeAsync(Actor actor, CommissionOnPaper input)
    {
        Check(actor, input);
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            if (await db.Set<Convocation>().AnyAsync())
                throw new CommissionIsHere();
            var convocation = await AddAsync(db, actor, input);
            await CountOnAsync(db, SchoolYear.From(actor.Today), input.LastProtocol);
            await ChairRole.GiveAsync(db, actor, convocation, AgendaKind.ElectChair, input.Chair);
            if (input.Deputy is { } deputy)
                await ChairRole.GiveAsync(db, actor, convocation, AgendaKind.ElectDeputy, deputy);
            if (input.Secretary is { } secretary)
                await ChairRole.GiveAsync(db, actor, convocation, AgendaKind.ElectSecretary, secretary);
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.ConvocationTakenOver, Person: input.Chair, Detail: $"convocation:{convocation.Id.Value:N}"));
            return convocation.Id;
        });
    }

    private static void Check(Actor actor, CommissionOnPaper input)
    {
        if (!actor.AppointsCommission())
            throw new OnlyDirectorAppoints();
        input.Order.Check();
        if (Enum.GetValues<MemberGroup>().Except(input.Members.Values).Any())
            throw new GroupMissing();
        if (!new[] { input.Chair, input.Deputy, input.Secretary }.All(office => office is not { } person || input.Members.ContainsKey(person)))
            throw new NotAMember();
        if (input.Chair == input.Secretary)
            throw new ChairIsNotSecretary();
    }

    private static async Task<Convocation> AddAsync(IshenimDb db, Actor actor, CommissionOnPaper input)
    {
        var order = input.Order;
        var members = input.Members.Keys.ToList();
        if (await db.Set<Person>().CountAsync(person => members.Contains(person.Id) && person.LeftOn == null) < members.Count)
            throw new PersonHasLeft();
        var convocation = new Convocation
        {
            School = db.School, Id = ConvocationId.New(), OrderNumber = order.Number, OrderOn = order.Day, SignedBy = order.SignedBy,
            From = order.From, Until = order.Until, FirstMeetingOn = order.FirstMeetingOn, TakenOver = true, ConvenedOn = actor.Today,
        };
        foreach (var (person, group) in input.Members)
            convocation.Members.Add(Convocations.Member(convocation, person, group, order.From));
        db.Add(convocation);
        await Convocations.NameOrderAsync(db, convocation);
        await MemberRoles.GiveAsync(db, members);
        await db.SaveChangesAsync();
        return convocation;
    }

    /// <summary>Numbers go on after the last on paper, and never back.</summary>
    private static async Task CountOnAsync(IshenimDb db, SchoolYear year, int last)
    {
        if (await LastProtocolAsync(db, year) is var given && last < given)
            throw new ProtocolNumberGiven(given);
        if (last > given)
            await db.NextNumbersAsync(Series(year), last - await CounterAsync(db, year));
    }

    private static async Task<int> LastProtocolAsync(IshenimDb db, SchoolYear year)
    {
        var held = await db.Set<Meeting>().Where(one => one.Number != null && one.HeldOn >= year.FirstDay && one.HeldOn <= year.LastDay).MaxAsync(one => one.Number) ?? 0;
        return Math.Max(held, await CounterAsync(db, year));
    }

    private static async Task<int> CounterAsync(IshenimDb db, SchoolYear year)
    {
        var series = Series(year);
        return (int)await db.Set<Counter>().AsNoTracking().Where(counter => counter.Series == series).Select(counter => counter.Last).SingleOrDefaultAsync();
    }

    private static string Series(SchoolYear year) => $"protocols:{year.Begins}";
}
