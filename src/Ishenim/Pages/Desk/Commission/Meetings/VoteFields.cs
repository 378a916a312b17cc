using System.Globalization;
using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>A round of voting, as typed: hands counted, or by name.</summary>
public sealed class VoteFields
{
    /// <summary>More members no commission has.</summary>
    private const int MostVotes = 99;

    public string? For { get; set; }

    public string? Against { get; set; }

    public string? Abstained { get; set; }

    public IList<CandidateFields> Candidate { get; set; } = [];

    public IList<NamedVoteFields> ByName { get; set; } = [];

    public NamedVoteFields? Of(PersonId member) => ByName.FirstOrDefault(one => one.Member == member.Value);

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    /// <param name="state">Gets what is wrong.</param>
    /// <param name="say">The words.</param>
    /// <param name="election">Whether it is for an office.</param>
    /// <param name="version">The item's, as it was shown.</param>
    public NewBallot? Read(ModelStateDictionary state, Say say, bool election, int version)
    {
        var named = ByName.Select((one, i) => one.Read(state, $"vote.byName[{i}]", say, election)).ToList();
        var counted = ByName.Count == 0;
        var (yes, against) = (counted && !election ? Count(state, "vote.for", For, say) : 0, counted ? Count(state, "vote.against", Against, say, needed: !election) : 0);
        var abstained = counted && !election ? Count(state, "vote.abstained", Abstained, say) : 0;
        var candidates = election && counted
            ? Candidate.Select((one, i) => (one, i)).Where(one => !string.IsNullOrWhiteSpace(one.one.Votes))
                .Select(one => new CandidateVotes(new PersonId(one.one.Person), Count(state, $"vote.candidate[{one.i}].votes", one.one.Votes, say))).ToList()
            : [.. named.OfType<NamedVote>().Select(one => one.Candidate).OfType<PersonId>().Distinct().Select(person => new CandidateVotes(person, 0))];
        return !state.IsValid ? null : new NewBallot
        {
            For = yes, Against = against, Abstained = abstained, Candidates = candidates, ByName = [.. named.OfType<NamedVote>()], Version = version,
        };
    }

    private static int Count(ModelStateDictionary state, string key, string? typed, Say say, bool needed = true)
    {
        if (!needed && string.IsNullOrWhiteSpace(typed))
            return 0;
        return state.Number(key, typed, 0, MostVotes, say) ?? 0;
    }
}

/// <summary>Votes for a candidate, as typed.</summary>
public sealed class CandidateFields
{
    public Guid Person { get; set; }

    /// <summary>Empty: does not stand.</summary>
    public string? Votes { get; set; }
}

/// <summary>How one member voted, as typed.</summary>
public sealed class NamedVoteFields
{
    public Guid Member { get; set; }

    /// <summary>On a motion.</summary>
    public Voice? Voice { get; set; }

    /// <summary>In an election: a candidate's id, "against" or "abstained".</summary>
    public string? Choice { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public NamedVote? Read(ModelStateDictionary state, string key, Say say, bool election)
    {
        var member = new PersonId(Member);
        if (!election && Voice is Core.Commission.Voice.For or Core.Commission.Voice.Against or Core.Commission.Voice.Abstained)
            return new NamedVote(member, Voice.Value, null);
        if (election && Choice is "against" or "abstained")
            return new NamedVote(member, Choice == "against" ? Core.Commission.Voice.Against : Core.Commission.Voice.Abstained, null);
        if (election && Guid.TryParse(Choice, CultureInfo.InvariantCulture, out var candidate))
            return new NamedVote(member, Core.Commission.Voice.For, new PersonId(candidate));
        state.AddModelError(election ? key + ".choice" : key + ".voice", say["form.missing"]);
        return null;
    }
}
