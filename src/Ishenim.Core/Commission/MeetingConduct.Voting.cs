using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

public sealed partial class MeetingConduct
{
    /// <summary>
    /// One round of an open vote: on a motion, or for an office. Who gets more than half of the votes cast is elected, and the office's rights
    /// follow at once.
    /// </summary>
    /// <exception cref="ElectionComesFirst">A motion, and there is no chair.</exception>
    /// <exception cref="ElectionIsOver">Somebody was elected in it.</exception>
    /// <exception cref="MoreBallotsThanMembers">More votes than members who take part in the item.</exception>
    /// <exception cref="VoterNotPossible">A member votes twice, or one who takes no part.</exception>
    /// <exception cref="CandidateNotPossible">Nobody stands, or one who cannot.</exception>
    /// <exception cref="ChairMustBeIndependent">The director or the responsible person stands for chair or deputy.</exception>
    /// <exception cref="LetterVotedByHands">A letter, by name.</exception>
    /// <exception cref="ChairIsNotSecretary">The chair stands for secretary, or the secretary for chair.</exception>
    public Task VoteAsync(Actor actor, Guid id, NewBallot input) => WithItemAsync(actor, id, async (led, item) =>
    {
        Require(led.Db, item, input.Version);
        if (item.Elected is not null)
            throw new ElectionIsOver();
        // The chair first, then the secretary: an office that is held early could not stand for chair.
        if (item.Kind != AgendaKind.ElectChair)
            await led.RequireChairAsync();
        if (item.Kind == AgendaKind.Letter && input.ByName.Count > 0)
            throw new LetterVotedByHands();
        var voters = await led.Db.VotersAsync(led.Meeting, item);
        RequireVoters(input, voters);
        if (item.IsElection)
            await RequireIndependentAsync(led, item, input);
        var ballot = item.IsElection ? ElectionBallot(led, item, input, voters.Count) : MotionBallot(input, voters.Count);
        if (ballot.Cast > voters.Count)
            throw new MoreBallotsThanMembers(ballot.Cast, voters.Count);
        item.Ballots = [.. item.Ballots, ballot];
        if (item.IsElection && Election.ResultOf(ballot).Elected is { } elected)
            await ElectAsync(led, item, elected);
        await led.JournalAsync(JournalVerb.ItemVoted, item: item);
    });

    /// <summary>Takes back the last round, which was counted or typed wrongly. An election that had a result stays.</summary>
    /// <exception cref="ElectionIsOver">Somebody was elected in it.</exception>
    public Task UnvoteAsync(Actor actor, Guid id, int version) => WithItemAsync(actor, id, async (led, item) =>
    {
        Require(led.Db, item, version);
        if (item.Elected is not null)
            throw new ElectionIsOver();
        if (item.Ballots.Count == 0)
            return;
        item.Ballots = [.. item.Ballots.SkipLast(1)];
        await led.JournalAsync(JournalVerb.ItemUnvoted, item: item);
    });

    private static async Task ElectAsync(Led led, AgendaItem item, PersonId elected)
    {
        (item.Elected, item.Closed) = (elected, true);
        await ChairRole.GiveAsync(led.Db, led.Actor, led.Commission, item.Kind, elected);
        // Whoever is elected leads, or writes, from here on.
        if (item.Kind == AgendaKind.ElectChair && TookPart(led.Meeting, elected))
        {
            if (led.Meeting.Secretary == elected)
                led.Meeting.Secretary = led.Meeting.Chair;
            led.Meeting.Chair = elected;
        }
        if (item.Kind == AgendaKind.ElectSecretary && TookPart(led.Meeting, elected) && led.Meeting.Chair != elected)
            led.Meeting.Secretary = elected;
        led.Meeting.Version++;
    }

    /// <summary>Said before the votes are counted, not after.</summary>
    private static async Task RequireIndependentAsync(Led led, AgendaItem item, NewBallot input)
    {
        var standing = input.Candidates.Select(one => one.Person).ToList();
        if (item.Kind != AgendaKind.ElectSecretary
            && (await led.Db.Set<PersonRole>().AnyAsync(held => standing.Contains(held.Person) && (held.Role == Role.Director || held.Role == Role.Responsible))
            || await led.Db.Set<Person>().AnyAsync(person => standing.Contains(person.Id) && person.Position == Position.Director)))
            throw new ChairMustBeIndependent();
    }

    private static void RequireVoters(NewBallot input, IReadOnlyList<PersonId> voters)
    {
        var named = input.ByName.Select(vote => vote.Member).ToList();
        if (named.Distinct().Count() != named.Count || named.Exists(one => !voters.Contains(one)))
            throw new VoterNotPossible();
    }

    private static Ballot MotionBallot(NewBallot input, int voters)
    {
        int Count(Voice voice, int typed) => input.ByName.Count == 0 ? typed : input.ByName.Count(vote => vote.Voice == voice);
        return new Ballot
        {
            Voters = voters, For = Count(Voice.For, input.For), Against = Count(Voice.Against, input.Against), Abstained = Count(Voice.Abstained, input.Abstained),
            Candidates = [], ByName = [.. input.ByName.Select(vote => vote with { Candidate = null })],
        };
    }

    private static Ballot ElectionBallot(Led led, AgendaItem item, NewBallot input, int voters)
    {
        RequireCandidates(led, item, input);
        var candidates = input.ByName.Count == 0
            ? input.Candidates
            : [.. input.Candidates.Select(one => one with { Votes = input.ByName.Count(vote => vote.Candidate == one.Person && vote.Voice == Voice.For) })];
        var against = input.ByName.Count == 0 ? input.Against : input.ByName.Count(vote => vote.Voice == Voice.Against);
        return new Ballot
        {
            Voters = voters, For = 0, Against = against, Abstained = Math.Max(0, voters - against - candidates.Sum(one => one.Votes)),
            Candidates = candidates, ByName = input.ByName,
        };
    }

    private static void RequireCandidates(Led led, AgendaItem item, NewBallot input)
    {
        var standing = input.Candidates.Select(one => one.Person).ToList();
        var members = led.Commission.At(led.Meeting.HeldOn!.Value).Where(member => member.To is null).Select(member => member.Person).ToList();
        if (standing.Count == 0 || standing.Distinct().Count() != standing.Count || standing.Exists(one => !members.Contains(one))
            || input.ByName.Any(vote => vote.Voice == Voice.For && (vote.Candidate is not { } chosen || !standing.Contains(chosen))))
            throw new CandidateNotPossible();
        // The second round is among the first ones; the third begins anew, with whom they like.
        if (item.Ballots.Count % 2 == 1 && Election.ResultOf(item.Ballots[^1]).Again is { Count: > 1 } again && standing.Exists(one => !again.Contains(one)))
            throw new CandidateNotPossible();
        if ((item.Kind == AgendaKind.ElectSecretary && led.Commission.Chair is { } chair && standing.Contains(chair))
            || (item.Kind == AgendaKind.ElectChair && led.Commission.Secretary is { } secretary && standing.Contains(secretary)))
            throw new ChairIsNotSecretary();
    }
}
