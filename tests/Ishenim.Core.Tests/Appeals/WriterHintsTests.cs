using Ishenim.Core.Appeals.Contacts;
using Ishenim.Core.Appeals.Revealing;

namespace Ishenim.Core.Tests.Appeals;

public sealed class WriterHintsTests
{
    [Theory]
    [InlineData("чалгыла: 0700 12 34 56", "0700 12 34 56")]
    [InlineData("тел. +996(555)010-203.", "+996(555)010-203")]
    [InlineData("мой номер 8-912-345-67-89, звоните", "8-912-345-67-89")]
    [InlineData("call 996700123456", "996700123456")]
    [InlineData("+7 912 345 67 89", "+7 912 345 67 89")]
    public void Find_Phone_IsFound(string text, string found) => Finds(Revealed.Phone, found, text);

    [Theory]
    [InlineData("пишите на nurlan.a@mail.kg пожалуйста", "nurlan.a@mail.kg")]
    [InlineData("почтам: айнура@почта.рф", "айнура@почта.рф")]
    public void Find_Email_IsFound(string text, string found) => Finds(Revealed.Email, found, text);

    [Theory]
    [InlineData("Менин атым Нурлан Асанов.", "Менин атым Нурлан Асанов")]
    [InlineData("менин атым нурлан", "менин атым нурлан")]
    [InlineData("Салам! Атым Үмүт.", "Атым Үмүт")]
    [InlineData("Атым: Умут", "Атым: Умут")]
    [InlineData("Здравствуйте, меня зовут Айгуль", "меня зовут Айгуль")]
    [InlineData("Моё имя Пётр", "Моё имя Пётр")]
    [InlineData("моя фамилия Иванов", "моя фамилия Иванов")]
    [InlineData("Hello, my name is Aida", "my name is Aida")]
    public void Find_Name_IsFound(string text, string found) => Finds(Revealed.Name, found, text);

    [Theory]
    [InlineData("Мен 7-Б класстан", "7-Б")]
    [InlineData("мен 9а класста окуйм", "9а")]
    [InlineData("учусь в 8 «В»", "8 «В»")]
    [InlineData("учусь в 8 \"В\" классе", "8 \"В\"")]
    [InlineData("11-класстын окуучусумун", "11-клас")]
    [InlineData("5-чи класс", "5-чи клас")]
    [InlineData("6 класс", "6 клас")]
    [InlineData("7 Класс", "7 Клас")]
    [InlineData("7 КЛАСС", "7 КЛАС")]
    [InlineData("класс 7", "класс 7")]
    [InlineData("I am in grade 10", "grade 10")]
    [InlineData("we are in class 7B", "class 7B")]
    [InlineData("биз 10б да окуйбуз", "10б")]
    public void Find_Class_IsFound(string text, string found) => Finds(Revealed.SchoolClass, found, text);

    [Theory]
    [InlineData("Ашканада тамак муздак, жылытып бергиле.")]
    [InlineData("500 сомдон чогултуп жатышат, 25.09.2026 күнү 1 200 сом болду.")]
    [InlineData("Мугалим 5 жолу келген жок, саат 10:30да да.")]
    [InlineData("Катымдын коду 1234 5678 9012 3456 7890.")]
    [InlineData("Адатым ушул, саламатым жакшы. Сабатым ачылды.")]
    [InlineData("У нас 3 учителя и 2 кабинета, 12 парт сломаны. Классный час отменили.")]
    [InlineData("The class has 2 windows broken, 14 desks.")]
    [InlineData("2026-жылдын 5-октябрында, 3-кабат, 1-сентябрь")]
    public void Find_NothingRevealing_FindsNothing(string text) => Assert.Empty(RevealingWords.Find(text));

    [Fact]
    public void Find_LongestLetter_IsQuick()
    {
        // Made to be slow for a careless expression: it must end, not run into its time limit.
        var text = string.Concat(Enumerable.Repeat("1 1-1 (1) менин атым атым a.a.a@a.a-a 9 клас ", 450));

        Assert.InRange(RevealingWords.Find(text).Count, 1, 8);
    }

    [Theory]
    [InlineData("0700 12 34 56", "+996700123456")]
    [InlineData("700123456", "+996700123456")]
    [InlineData("996 700 123 456", "+996700123456")]
    [InlineData("+7 (912) 345-67-89", "+79123456789")]
    [InlineData("8 912 345 67 89", "+79123456789")]
    [InlineData("0049 30 123456", "+4930123456")]
    [InlineData("+1 212 555 0100", "+12125550100")]
    [InlineData("5-17-22", "51722")]
    public void TryParse_Phone_IsRead(string typed, string text)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(text, number.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("акем")]
    [InlineData("0700 12 34 5x")]
    [InlineData("++996700123456")]
    [InlineData("+996+700123456")]
    [InlineData("1234567890123456")]
    public void TryParse_NoPhone_IsRefused(string typed) => Assert.False(PhoneNumber.TryParse(typed, out _));

    private static void Finds(Revealed by, string found, string text) =>
        Assert.Contains(RevealingWords.Find(text), word => word.By == by && word.Found.StartsWith(found, StringComparison.Ordinal));
}
