using Ishenim.Core.Staff;

namespace Ishenim.Core.Tests.Staff;

public sealed class PassphraseRuleTests
{
    [Theory]
    [InlineData("")]
    [InlineData("тоо суу таш к")]
    [InlineData("on uch belgi!")]
    public void Judge_FewerThanFourteenCharacters_IsTooShort(string passphrase) =>
        Assert.Equal(PassphraseVerdict.TooShort, PassphraseRule.Judge(passphrase));

    [Fact]
    public void Judge_FourteenCharacters_IsFine() => Assert.Equal(PassphraseVerdict.Fine, PassphraseRule.Judge("тоо суу таш ки"));

    /// <summary>Characters beyond the basic plane are two UTF-16 units, and one character to who types them.</summary>
    [Fact]
    public void Judge_ThirteenPictures_IsTooShort() =>
        Assert.Equal(PassphraseVerdict.TooShort, PassphraseRule.Judge("🐎🐄🐑🐐🐕🐈🐓🐇🐦🐟🐢🐝🐛"));

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password12345678")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1q2w3e4r5t6y7u8i")]
    [InlineData("йцукенгшщзфывапролд")]
    [InlineData("парольпароль2026")]
    [InlineData("gfhjkmgfhjkm123")]
    [InlineData("аааааааааааааааа")]
    [InlineData("абвабвабвабвабв")]
    [InlineData("ишеним почтасы 2026")]
    [InlineData("КыргызстанБишкек1")]
    [InlineData("сырсөзсырсөз123")]
    [InlineData("мама мыла раму")]
    [InlineData("correct horse battery staple")]
    [InlineData("20262026202620262026")]
    [InlineData("!!!!!!!!!!!!!!!!")]
    public void Judge_WhatGuessersTryFirst_IsTooCommon(string passphrase) =>
        Assert.Equal(PassphraseVerdict.TooCommon, PassphraseRule.Judge(passphrase));

    [Theory]
    [InlineData("тоо этегинде жети жылкы")]
    [InlineData("көк бөрү күзүндө чуркады")]
    [InlineData("три рыжих кота на заборе")]
    [InlineData("seven horses under snow")]
    [InlineData("xK9#mQ2$vL7&pR")]
    public void Judge_WordsOfOnesOwn_IsFine(string passphrase) => Assert.Equal(PassphraseVerdict.Fine, PassphraseRule.Judge(passphrase));

    [Fact]
    public void Judge_OwnNameAndSchool_IsTooCommon()
    {
        const string passphrase = "Мисалиева жылдыз бешмектеп";
        Assert.Equal(PassphraseVerdict.Fine, PassphraseRule.Judge("Мисалиева чоңтоо бешкөл"));
        Assert.Equal(PassphraseVerdict.TooCommon, PassphraseRule.Judge(passphrase, "Жылдыз Мисалиева", "Беш мектеп"));
    }

    [Fact]
    public void Strength_LongerPhrase_IsStronger()
    {
        Assert.Equal(PassphraseStrength.Weak, PassphraseRule.Strength("парольпароль2026"));
        Assert.Equal(PassphraseStrength.Fair, PassphraseRule.Strength("жети жылкы тоо"));
        Assert.Equal(PassphraseStrength.Strong, PassphraseRule.Strength("тоо этегинде жети жылкы"));
    }
}
