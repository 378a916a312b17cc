using Ishenim.Core.Appeals.Templates;

namespace Ishenim.Core.Tests.Appeals.Templates;

public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("Катыңыз {номер}, {күн}.", "Катыңыз Number, Date.")]
    [InlineData("{Дата} { срок } {ШКОЛА}", "Date Deadline School")]
    [InlineData("{number} {deadline}{school}", "Number DeadlineSchool")]
    [InlineData("{башка} {} { {номер} }", "{башка} {} { Number }")]
    public void Fill_NamesOfAnyLanguage_AreFilledAndTheRestStays(string text, string filled) =>
        Assert.Equal(filled, Placeholders.Fill(text, placeholder => placeholder.ToString()));

    [Fact]
    public void Fill_AValueWithBraces_IsNotFilledAgain() => Assert.Equal("{номер}", Placeholders.Fill("{школа}", _ => "{номер}"));

    [Theory]
    [InlineData("Саламатсызбы!", null)]
    [InlineData("{номер} {дата}", null)]
    [InlineData("{номер} {номерр} {аты}", "{номерр}")]
    [InlineData("{}", "{}")]
    public void Unknown_TheFirstThatIsNone_IsFound(string text, string? unknown) => Assert.Equal(unknown, Placeholders.Unknown(text));

    [Fact]
    public void In_EveryPlaceholderAndLanguage_IsKnown()
    {
        foreach (var placeholder in Enum.GetValues<Placeholder>())
            foreach (var language in new[] { "ky", "ru", "en" })
                Assert.Equal($"{placeholder}", Placeholders.Fill(placeholder.In(language), one => $"{one}"));
    }
}
