using Ishenim.Core.Staff;

namespace Ishenim.Core.Commission;

/// <summary>What came out of the rounds of an election so far.</summary>
/// <param name="Elected">Who got more than half of the votes cast in the last round; null: nobody.</param>
/// <param name="Again">Who stands in the next round; empty where somebody is elected or no vote was cast.</param>
public sealed record ElectionResult(PersonId? Elected, IReadOnlyList<PersonId> Again);

/// <summary>
/// The open election of the regulation (C3). Elected is who gets more than half of the votes cast; who abstains casts none. Else
/// those with the most votes stand once more: the first and all who are even with the second. Pure arithmetic.
/// </summary>
public static class Election
{
    /// <param name="last">The last round, as it was counted; a vote against all candidates is cast, too.</param>
    public static ElectionResult ResultOf(Ballot last)
    {
        var cast = last.Candidates.Sum(one => one.Votes) + last.Against;
        if (last.Candidates.FirstOrDefault(one => one.Votes * 2 > cast) is { } winner)
            return new ElectionResult(winner.Person, []);
        var second = last.Candidates.Select(one => one.Votes).OrderDescending().Skip(1).FirstOrDefault();
        return new ElectionResult(null, [.. last.Candidates.Where(one => one.Votes >= second && one.Votes > 0).Select(one => one.Person)]);
    }
}
