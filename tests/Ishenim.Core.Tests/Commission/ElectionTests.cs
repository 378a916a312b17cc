using Ishenim.Core.Commission;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Tests.Commission;

public sealed class ElectionTests
{
    [Theory]
    [InlineData("3,2", 0, 0, "")]
    [InlineData("2,2", 0, null, "0,1")]
    [InlineData("2,2,1", 0, null, "0,1")]
    [InlineData("3,2,2", 0, null, "0,1,2")]
    [InlineData("2,2,2", 0, null, "0,1,2")]
    [InlineData("1,0", 0, 0, "")]
    [InlineData("2", 3, null, "0")]
    [InlineData("0,0", 0, null, "")]
    public void ResultOf_Votes_WhoIsElectedOrStandsAgain(string votes, int against, int? elected, string again)
    {
        var ballot = Ballot(votes.Split(',').Select(int.Parse).ToList(), against);

        var result = Election.ResultOf(ballot);

        Assert.Equal(elected is { } place ? ballot.Candidates[place].Person : null, result.Elected);
        Assert.Equal(again.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => ballot.Candidates[int.Parse(one)].Person), result.Again);
    }

    [Fact]
    public void ResultOf_AnyVotes_NobodyWinsWithoutMoreThanHalfAndWhoLedStandsAgain()
    {
        for (var place = 0; place < 5000; place++)
        {
            var dice = new Dice(20261127, place);
            var ballot = Ballot([.. Enumerable.Range(0, 1 + dice.Below(5)).Select(_ => dice.Below(7))], dice.Below(4));
            var cast = ballot.Candidates.Sum(one => one.Votes) + ballot.Against;
            var most = ballot.Candidates.Max(one => one.Votes);

            var result = Election.ResultOf(ballot);

            Assert.Equal(2 * most > cast, result.Elected is not null);
            if (result.Elected is { } elected)
                Assert.Equal(most, ballot.Candidates.Single(one => one.Person == elected).Votes);
            else if (most > 0)
                Assert.All(ballot.Candidates.Where(one => one.Votes == most), one => Assert.Contains(one.Person, result.Again));
            Assert.All(ballot.Candidates.Where(one => one.Votes == 0), one => Assert.DoesNotContain(one.Person, result.Again));
        }
    }

    private static Ballot Ballot(IReadOnlyList<int> votes, int against) => new()
    {
        Voters = votes.Sum() + against + 1, For = 0, Against = against, Abstained = 1, ByName = [],
        Candidates = [.. votes.Select(count => new CandidateVotes(PersonId.New(), count))],
    };
}
