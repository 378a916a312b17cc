using System.Text.RegularExpressions;

namespace Ishenim.Words;

/// <summary>What a machine can see of spelling; the rest is for a native speaker.</summary>
public sealed partial class SpellingTests
{
    private static readonly WordBook _words = WordBook.Embedded(typeof(WordBook).Assembly);

    private static IEnumerable<string> Faults(string language, Regex fault) =>
        from key in _words.Keys
        where !key.StartsWith("lang.", StringComparison.Ordinal) && fault.IsMatch(_words[language, key])
        select $"{key}: {_words[language, key]}";

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    [InlineData("en")]
    public void Words_MixedAlphabets_None(string language) => Assert.Empty(Faults(language, Mixed()));

    /// <summary>A Kyrgyz ending follows the last vowel, and a placeholder's is not known: 5тен, 6дан, 3түн.</summary>
    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    public void Words_EndingGluedToPlaceholder_None(string language) => Assert.Empty(Faults(language, Glued()));

    [Fact]
    public void English_CyrillicLetters_OnlyInExamples() =>
        Assert.All(Faults("en", Cyrillic()), fault => Assert.Matches("^setup\\.school\\.|төрайым", fault));

    [Fact]
    public void Russian_KyrgyzLetters_OnlyInExamplesAndNames() =>
        Assert.All(Faults("ru", Kyrgyz()), fault => Assert.Matches("№ 5 орто|төрайым", fault));

    [Fact]
    public void AnyLanguage_SpareBlanks_None() =>
        Assert.Empty(WordBook.Languages.SelectMany(language => Faults(language, Blank())));

    [Theory]
    [InlineData("кaт", true)]
    [InlineData("Cурот", true)]
    [InlineData("QR-код, PDF жана кат", false)]
    [InlineData("{date}", false)]
    public void Mixed_Sample_IsSeen(string text, bool seen) => Assert.Equal(seen, Mixed().IsMatch(text));

    [Theory]
    [InlineData("{due}га чейин", true)]
    [InlineData("{due}-га чейин", true)]
    [InlineData("Күнү: {due}", false)]
    public void Glued_Sample_IsSeen(string text, bool seen) => Assert.Equal(seen, Glued().IsMatch(text));

    [GeneratedRegex(@"[A-Za-z][\u0400-\u04FF]|[\u0400-\u04FF][A-Za-z]", RegexOptions.None, 1000)]
    private static partial Regex Mixed();

    // "{year}-жыл" is a word of its own after a number, not an ending; so is a month.
    [GeneratedRegex(@"\}[-\u2011]?(?!жыл)[\u0400-\u04FF]", RegexOptions.None, 1000)]
    private static partial Regex Glued();

    [GeneratedRegex(@"[\u0400-\u04FF]", RegexOptions.None, 1000)]
    private static partial Regex Cyrillic();

    [GeneratedRegex("[ңөүҢӨҮ]", RegexOptions.None, 1000)]
    private static partial Regex Kyrgyz();

    [GeneratedRegex(@"^\s|\s$|  | \n", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
