using FsCheck;
using FsCheck.Fluent;

namespace Ishenim.Sealing.Tests;

public sealed class RecoverySheetTests
{
    [Fact]
    public void TryParse_WhatIsPrinted_SameSecret() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(n => (byte)n).ArrayOf(16).ToArbitrary(), bytes =>
        {
            using var secret = new RecoverySecret(bytes);
            return RecoverySheet.TryParse(secret.Groups, out var parsed) && parsed.Bytes.SequenceEqual(bytes);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Groups_New_EightOfFourAndNeverTheSame()
    {
        using var one = RecoverySheet.New();
        using var two = RecoverySheet.New();
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4} ){7}[0-9A-HJKMNP-TV-Z]{4}$", one.Groups);
        Assert.NotEqual(one.Groups, two.Groups);
    }

    [Fact]
    public void TryParse_AsPeopleType_SameSecret()
    {
        using var secret = new RecoverySecret(new byte[16]);
        var groups = secret.Groups;
        Assert.StartsWith("0000 0000", groups, StringComparison.Ordinal);
        AssertParsed(groups.ToLowerInvariant());
        AssertParsed(groups.Replace(" ", "", StringComparison.Ordinal));
        AssertParsed("  " + groups.Replace(' ', '-') + "\r\n");
        AssertParsed(groups.Replace(' ', '\u00a0'));
        AssertParsed(groups.Replace('0', 'O'));
        AssertParsed(groups.Replace('0', 'o'));
        AssertParsed(groups.Replace('0', 'о')); // Cyrillic
        using var ones = new RecoverySecret([0x08, 0x42, 0x10, 0x84, 0x21, 0x08, 0x42, 0x10, 0x84, 0x21, 0x08, 0x42, 0x10, 0x84, 0x21, 0x08]);
        Assert.StartsWith("1111 1111", ones.Groups, StringComparison.Ordinal);
        foreach (var like in "IiLl")
            Assert.True(RecoverySheet.TryParse(ones.Groups.Replace('1', like), out _));
    }

    [Fact]
    public void TryParse_LettersOfTheOtherKeyboard_SameSecret()
    {
        using var secret = new RecoverySecret(Samples.Content(16));
        var typed = secret.Groups;
        foreach (var (latin, cyrillic) in "ABEKMHPCTXY".Zip("АВЕКМНРСТХУ"))
            typed = typed.Replace(latin, cyrillic);
        Assert.NotEqual(secret.Groups, typed);
        Assert.True(RecoverySheet.TryParse(typed, out var parsed));
        Assert.True(parsed.Bytes.SequenceEqual(secret.Bytes));
    }

    [Fact]
    public void TryParse_AnyOneCharacterWrong_False()
    {
        using var secret = new RecoverySecret(Samples.Content(16));
        var typed = secret.Groups.Replace(" ", "", StringComparison.Ordinal);
        for (var i = 0; i < typed.Length; i++)
            foreach (var other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".Where(c => c != typed[i]))
                Assert.False(RecoverySheet.TryParse(typed[..i] + other + typed[(i + 1)..], out _));
    }

    [Fact]
    public void TryParse_AnyTwoExchanged_False()
    {
        using var secret = new RecoverySecret(Samples.Content(16));
        var typed = secret.Groups.Replace(" ", "", StringComparison.Ordinal).ToCharArray();
        for (var i = 0; i < typed.Length; i++)
            for (var j = i + 1; j < typed.Length; j++)
            {
                if (typed[i] == typed[j])
                    continue;
                (typed[i], typed[j]) = (typed[j], typed[i]);
                Assert.False(RecoverySheet.TryParse(new string(typed), out _));
                (typed[i], typed[j]) = (typed[j], typed[i]);
            }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("0000 0000 0000 0000 0000 0000 0000 000")]
    [InlineData("0000 0000 0000 0000 0000 0000 0000 0000")]
    [InlineData("0000 0000 0000 0000 0000 0000 0000 0000 0")]
    [InlineData("UUUU UUUU UUUU UUUU UUUU UUUU UUUU UUUU")]
    public void TryParse_NoSheet_False(string? typed)
    {
        Assert.False(RecoverySheet.TryParse(typed, out var secret));
        Assert.Null(secret);
    }

    /// <summary>The two bits beyond the 128 must be zero: one secret has one spelling.</summary>
    [Fact]
    public void TryParse_SpareBitsSet_False()
    {
        var digits = new byte[26];
        digits[25] = 1;
        byte[] all = [.. digits, .. Bech32.Check(RecoverySheet.Prefix, digits)];
        Assert.False(RecoverySheet.TryParse(Crockford.Groups(all, ' '), out _));
    }

    [Fact]
    public void TryOpen_SameSheet_SameKeys()
    {
        using var keys = Samples.Keys();
        using var secret = RecoverySheet.New();
        var wrapped = RecoverySheet.Wrap(secret, keys, Samples.School, Samples.Person);
        Assert.Equal(RecoverySheet.Size, wrapped.Length);
        using var opened = RecoverySheet.TryOpen(secret, wrapped, Samples.School, Samples.Person);
        Assert.Equal(keys.PublicKey, opened?.PublicKey);
    }

    [Fact]
    public void TryOpen_OtherSheetOrPerson_Null()
    {
        using var keys = Samples.Keys();
        using var secret = RecoverySheet.New();
        using var other = RecoverySheet.New();
        var wrapped = RecoverySheet.Wrap(secret, keys, Samples.School, Samples.Person);
        Assert.Null(RecoverySheet.TryOpen(other, wrapped, Samples.School, Samples.Person));
        Assert.Null(RecoverySheet.TryOpen(secret, wrapped, Samples.Person, Samples.Person));
        Assert.Null(RecoverySheet.TryOpen(secret, wrapped, Samples.School, Samples.School));
    }

    [Fact]
    public void TryOpen_Tampered_NeverOpens()
    {
        using var keys = Samples.Keys();
        using var secret = RecoverySheet.New();
        var wrapped = RecoverySheet.Wrap(secret, keys, Samples.School, Samples.Person);
        foreach (var tampered in Samples.Tampered(wrapped))
            if (tampered.Length == wrapped.Length && tampered.AsSpan(0, 5).SequenceEqual(wrapped.AsSpan(0, 5)))
                Assert.Null(RecoverySheet.TryOpen(secret, tampered, Samples.School, Samples.Person));
            else
                Assert.Throws<SealBrokenException>(() => RecoverySheet.TryOpen(secret, tampered, Samples.School, Samples.Person));
    }

    [Fact]
    public void Dispose_Secret_Wiped()
    {
        var secret = new RecoverySecret(Samples.Content(16));
        var bytes = secret.Bytes;
        secret.Dispose();
        Assert.False(bytes.ContainsAnyExcept((byte)0));
    }

    private static void AssertParsed(string typed)
    {
        Assert.True(RecoverySheet.TryParse(typed, out var secret), typed);
        Assert.False(secret.Bytes.ContainsAnyExcept((byte)0));
    }
}
