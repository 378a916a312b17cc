using Ishenim.Core.Commission;

namespace Ishenim.Core.Tests.Commission;

public sealed class MeetingQuorumTests
{
    [Theory]
    [InlineData(3, 50, 2)]
    [InlineData(4, 50, 3)]
    [InlineData(5, 50, 3)]
    [InlineData(7, 66, 5)]
    [InlineData(1, 50, 1)]
    public void Needed_MembersAndPercent_TheFewestThatAreMore(int members, int percent, int needed) =>
        Assert.Equal(needed, MeetingQuorum.Needed(members, percent));

    [Fact]
    public void IsThere_AnyNumbers_ExactlyWhereMoreThanThatPartIsPresent()
    {
        for (var members = 1; members <= 30; members++)
            for (var percent = 0; percent <= 99; percent++)
                for (var present = 0; present <= members; present++)
                    Assert.Equal((decimal)present / members > percent / 100m, MeetingQuorum.IsThere(members, present, percent));
    }
}
