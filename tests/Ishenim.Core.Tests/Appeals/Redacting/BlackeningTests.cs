using FsCheck;
using FsCheck.Fluent;
using Ishenim.Core.Appeals.Redacting;

namespace Ishenim.Core.Tests.Appeals.Redacting;

public sealed class BlackeningTests
{
    [Theory]
    [InlineData("Мени Азамат, анан Нурлан урду.", "1 3", "Мени █████ анан █████ урду.")]
    [InlineData("Мени Азамат Үсөнов урду.", "1 2", "Мени █████ урду.")]
    [InlineData("Мени Азамат урду.", "1", "Мени █████ урду.")]
    [InlineData("\n Биринчи сап\n\n\tЭкинчи  сап \n", "1 2", "\n Биринчи █████  сап \n")]
    [InlineData("Баары", "0", "█████")]
    [InlineData("бир эки", "0 1", "█████")]
    [InlineData("Ө😀 ң👩‍👧 кетти", "1", "Ө😀 █████ кетти")]
    [InlineData("سلام علیکم دوست", "1", "سلام █████ دوست")]
    [InlineData("бир эки", "-1 2 7", "бир эки")]
    [InlineData("", "0", "")]
    public void Apply_EachRunOfWords_BecomesOneBarOfOneLength(string text, string places, string copy) =>
        Assert.Equal(copy, Blackening.Apply(LetterWords.Of(text), [.. places.Split(' ').Select(int.Parse)]));

    [Theory]
    [InlineData("бир эки бир эки бир", "2 3")]
    [InlineData("Мени Азамат, анан Нурлан урду.", "1 3")]
    [InlineData("Мени Азамат урду", "0 2")]
    [InlineData("а а а а", "0")]
    [InlineData("эки бир\nбир бир эки", "0 3")]
    [InlineData("бир", "0")]
    public void Find_CopyOfTheLetter_SaysWhatMakesTheSameCopy(string text, string places)
    {
        var letter = LetterWords.Of(text);
        var copy = Blackening.Apply(letter, [.. places.Split(' ').Select(int.Parse)]);

        Assert.Equal(copy, Blackening.Apply(letter, Blackening.Find(letter, copy)));
    }

    [Theory]
    [InlineData("бир эки", "бир эки")]
    [InlineData("бир эки", "үч █████")]
    [InlineData("бир эки", "бир эки █████")]
    [InlineData("бир эки", "█████ бир █████")]
    public void Find_NothingBlackedOutOrAnotherLetter_IsEmpty(string text, string copy) =>
        Assert.Empty(Blackening.Find(LetterWords.Of(text), copy));

    [Fact]
    public void Of_AnyText_JoinsToItselfAndAnyCopyIsFoundAgain()
    {
        var words = Gen.Elements("Ө", "бир", "эки", "😀", "ң,", "سلام", " ", "\n", "\u00A0", "\u200B").ListOf(40).Select(list => string.Concat(list));
        var cases = (from text in words from places in Gen.Choose(0, 20).ListOf(6) select (text, places)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(cases, one =>
        {
            var letter = LetterWords.Of(one.text);
            var copy = Blackening.Apply(letter, [.. one.places]);
            return letter.Lead + string.Concat(letter.Words.Select(word => word.Text + word.Gap)) == one.text
                && letter.Words.All(word => word.Text.Length > 0 && !word.Text.Any(char.IsWhiteSpace))
                && Blackening.Apply(letter, Blackening.Find(letter, copy)) == copy;
        }));
    }

    [Fact]
    public void Of_LongestLetter_IsCutAndFoundAgainQuickly()
    {
        var letter = LetterWords.Of(string.Concat(Enumerable.Repeat("а ", 10_000)));
        var copy = Blackening.Apply(letter, [.. Enumerable.Range(0, 10_000).Where(place => place % 3 == 0)]);

        Assert.Equal(copy, Blackening.Apply(letter, Blackening.Find(letter, copy)));
    }

    [Fact]
    public void Suggested_WhatTellsWhoWroteIt_NoMore()
    {
        var letter = LetterWords.Of("Менин атым Нурлан, мен окуйм. Телефоном 0555 010203, жазгыла.\nОкуу кыйын.");

        var suggested = Suggesting.Of(letter).Select(place => letter.Words[place].Text);

        Assert.Equal(["Менин", "атым", "Нурлан,", "0555", "010203,"], suggested);
    }
}
