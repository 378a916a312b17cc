using Ishenim.Core.Appeals.Answers;

namespace Ishenim.Core.Tests.Appeals.Answers;

public sealed class OthersInTextTests
{
    private static readonly string[] Names = ["Айнура Мисалова", "Айбек Үлгүев", "Пётр Осмон уулу"];

    [Theory]
    [InlineData("Айнура эжей менен сүйлөштүк.", "Айнура")]
    [InlineData("Бул тууралуу Айнурадан сурадык.", "Айнурадан")]
    [InlineData("Мы поговорили с Айнурой.", "Айнурой")]
    [InlineData("Беседовали с Мисаловой А.", "Мисаловой")]
    [InlineData("АЙНУРА МИСАЛОВА жооп берди.", "АЙНУРА", "МИСАЛОВА")]
    [InlineData("Айбегибиз уккан жок, Улгуевге айттык.", "Айбегибиз", "Улгуевге")]
    [InlineData("Говорили с Петром.", "Петром")]
    [InlineData("Телефон: 0700 12 34 56, почта ainura@example.kg.", "0700 12 34 56", "ainura@example.kg")]
    public void Find_SomebodyIsNamed_PointsAtTheWords(string text, params string[] found) =>
        Assert.Equal(found, OthersInText.Find(text, Names));

    [Theory]
    [InlineData("Терезе 16.11.2026 оңдолду, баары жайында.")]
    [InlineData("Сиздин уулуңуз сабакка келди. Кызыңыз да.")]
    [InlineData("айнура деген сөз кичине тамга менен")]
    [InlineData("")]
    public void Find_NobodyIsNamed_IsEmpty(string text) => Assert.Empty(OthersInText.Find(text, Names));
}
