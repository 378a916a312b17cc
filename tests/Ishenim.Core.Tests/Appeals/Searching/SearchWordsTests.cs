using Ishenim.Core.Appeals.Searching;

namespace Ishenim.Core.Tests.Appeals.Searching;

public sealed class SearchWordsTests
{
    [Theory]
    // Letters typed alike, and in any case.
    [InlineData("өкүл", "Окул келди", true)]
    [InlineData("окул", "ӨКҮЛДӨР", true)]
    [InlineData("жаны", "Жаңы мектеп", true)]
    [InlineData("елка", "Ёлканы кестик", true)]
    [InlineData("мой", "мои", true)]
    // Kyrgyz forms.
    [InlineData("ашкана", "Ашканадагы тамак муздак", true)]
    [InlineData("ашкананын", "ашканага", true)]
    [InlineData("мугалимдер", "мугалимибиз", true)]
    [InlineData("китеп", "китебим жок", true)]
    [InlineData("тамагы", "тамак", true)]
    [InlineData("акча", "акчаны сурашты", true)]
    [InlineData("каттын", "кат жаздым", true)]
    [InlineData("балдарга", "бала", true)]
    [InlineData("окуучу", "окуучуларыбыздын", true)]
    // Russian forms.
    [InlineData("учитель", "с учителями", true)]
    [InlineData("столовой", "Столовая холодная", true)]
    [InlineData("детей", "дети мёрзнут", true)]
    [InlineData("деньги", "на деньгах", true)]
    // Other words.
    [InlineData("бал", "балык жедик", false)]
    [InlineData("кат", "катардагы", false)]
    [InlineData("мектеп", "мебель", false)]
    [InlineData("5", "50 сом", false)]
    [InlineData("50", "класс: 50", true)]
    // Each of the words has to be there.
    [InlineData("ашкана муздак", "Ашканада суук", false)]
    [InlineData("муздак ашкана", "Ашканада тамак муздак", true)]
    // An accent, a soft hyphen.
    [InlineData("йод", "и\u0306од", true)]
    [InlineData("терезе", "тере\u00ADзелер", true)]
    public void FindIn_WordsAndForms_AsExpected(string typed, string text, bool found)
    {
        Assert.True(SearchWords.TryParse(typed, out var words));
        Assert.Equal(found, words.FindIn([text]) is not null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("а")]
    [InlineData("?!…")]
    [InlineData("бир эки үч төрт беш алты жети сегиз тогуз")]
    public void TryParse_NothingToLookFor_IsFalse(string? typed) => Assert.False(SearchWords.TryParse(typed, out _));

    [Fact]
    public void FindIn_WordsInDifferentTexts_ShowsWhereMostOfThemStand()
    {
        Assert.True(SearchWords.TryParse("терезе айнек жооп", out var words));

        var pieces = words.FindIn(["Терезе сынык.", "Терезеге жаңы айнек салынат.", "Жооп керек."])!;

        Assert.Equal("Терезеге жаңы айнек салынат.", string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(["Терезеге", "айнек"], pieces.Where(piece => piece.IsHit).Select(piece => piece.Text));
    }

    [Fact]
    public void FindIn_LongTextWithCharactersOfTwoHalves_CutsNoneOfThem()
    {
        Assert.True(SearchWords.TryParse("ортодо", out var words));
        var smiles = string.Concat(Enumerable.Repeat("😀", 400));
        for (var shift = 0; shift < 3; shift++)
        {
            var text = string.Concat(words.FindIn([new string('а', shift) + smiles + " ортодо " + smiles])!.Select(piece => piece.Text));
            Assert.Contains("ортодо", text, StringComparison.Ordinal);
            Assert.StartsWith("…", text, StringComparison.Ordinal);
            Assert.EndsWith("…", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
        }
    }

    /// <summary>Whatever is typed and written: an answer, quickly, and what is shown is what was written.</summary>
    [Fact]
    public void FindIn_EveryWordOfATextAlone_IsFoundAndShown()
    {
        const string Text = "Саламатсызбы! Биздин 7-класста жылытуу иштебейт, балдар ооруп жатат. Учителя говорят: потерпите. Качан оңдойсуздар?";
        foreach (var typed in Text.Split(' ').Where(word => word.Length > 1))
        {
            Assert.True(SearchWords.TryParse(typed, out var words));
            var pieces = words.FindIn([Text])!;
            Assert.Contains(string.Concat(pieces.Select(piece => piece.Text)).Trim('…'), Text, StringComparison.Ordinal);
            Assert.Contains(pieces, piece => piece.IsHit && typed.Contains(piece.Text, StringComparison.Ordinal));
        }
    }
}
