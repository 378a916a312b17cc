using Ishenim.Core.Appeals;

namespace Ishenim.Core.Tests.Appeals;

public sealed class LetterDraftTests
{
    [Fact]
    public void TryParse_ItsOwnToken_IsTheSameDraft()
    {
        using var draft = LetterDraft.New();

        Assert.True(LetterDraft.TryParse(draft.ToToken(), out var again));

        Assert.Equal(draft.Id, again!.Id);
        Assert.Equal(draft.ToToken(), again.ToToken());
        again.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("кат")]
    [InlineData("====")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void TryParse_AnythingElse_IsFalse(string? token) => Assert.False(LetterDraft.TryParse(token, out _));
}
