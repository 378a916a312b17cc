namespace Ishenim.Sealing.Tests;

public sealed class StaffLockTests
{
    private const string Passphrase = "жети көк бөрү тоодо";
    private static readonly byte[] SecondFactor = Samples.Content(20);

    [Fact]
    public void TryOpen_RightPassphrase_KeysAndSecondFactor()
    {
        using var keys = Samples.Keys();
        using var opened = StaffLock.TryOpen(Passphrase, Row(), Samples.School, Samples.Person);
        Assert.NotNull(opened);
        Assert.Equal(keys.PublicKey, opened.Keys.PublicKey);
        Assert.True(opened.Keys.PrivateKey.Bytes.SequenceEqual(keys.PrivateKey.Bytes));
        Assert.Equal(SecondFactor, opened.SecondFactor);
    }

    [Theory]
    [InlineData("")]
    [InlineData("жети көк бөрү тоодо ")]
    [InlineData("Жети көк бөрү тоодо")]
    [InlineData("жети кок бору тоодо")]
    public void TryOpen_WrongPassphrase_Null(string wrong) =>
        Assert.Null(StaffLock.TryOpen(wrong, Row(), Samples.School, Samples.Person));

    [Fact]
    public void Create_Twice_NothingAlike()
    {
        var one = Row();
        var two = Row();
        Assert.NotEqual(one.Salt, two.Salt);
        Assert.NotEqual(one.Verifier, two.Verifier);
        Assert.NotEqual(one.WrappedPrivateKey[5..], two.WrappedPrivateKey[5..]);
    }

    /// <summary>A keyboard may send й and ё as a letter and a mark: it is the same passphrase.</summary>
    [Fact]
    public void TryOpen_OtherSpellingOfTheSameLetters_Opens()
    {
        var row = Row("Ёлка йод Йемен ёж");
        Assert.NotNull(StaffLock.TryOpen("Е\u0308лка и\u0306од И\u0306емен е\u0308ж", row, Samples.School, Samples.Person));
        Assert.Null(StaffLock.TryOpen("Елка иод Иемен еж", row, Samples.School, Samples.Person));
    }

    [Fact]
    public void TryOpen_WrapTampered_Throws()
    {
        var row = Row();
        foreach (var tampered in Samples.Tampered(row.WrappedPrivateKey))
            Assert.Throws<SealBrokenException>(() => Open(row with { WrappedPrivateKey = tampered }));
        foreach (var tampered in Samples.Tampered(row.WrappedSecondFactor))
            Assert.Throws<SealBrokenException>(() => Open(row with { WrappedSecondFactor = tampered }));
    }

    [Fact]
    public void TryOpen_WrapsExchanged_Throws()
    {
        using var keys = Samples.Keys();
        var row = StaffLock.Create(Passphrase, keys, Samples.Content(32), Samples.CheapArgon, Samples.School, Samples.Person);
        Assert.Throws<SealBrokenException>(() =>
            Open(row with { WrappedPrivateKey = row.WrappedSecondFactor, WrappedSecondFactor = row.WrappedPrivateKey }));
    }

    [Fact]
    public void TryOpen_VerifierOrSaltTampered_Null()
    {
        var row = Row();
        for (var i = 0; i < row.Verifier.Length; i++)
            Assert.Null(Open(row with { Verifier = Samples.Flipped(row.Verifier, i, i % 8) }));
        for (var i = 0; i < row.Salt.Length; i++)
            Assert.Null(Open(row with { Salt = Samples.Flipped(row.Salt, i, i % 8) }));
        Assert.Null(Open(row with { Argon = new Argon(2, 8 * 1024) }));
    }

    [Fact]
    public void TryOpen_WrongSizes_Throws()
    {
        var row = Row();
        Assert.Throws<SealBrokenException>(() => Open(row with { Salt = new byte[15] }));
        Assert.Throws<SealBrokenException>(() => Open(row with { Verifier = new byte[31] }));
        Assert.Throws<SealBrokenException>(() => Open(row with { Verifier = [] }));
        Assert.Throws<SealBrokenException>(() => Open(row with { WrappedSecondFactor = new byte[44] }));
    }

    [Fact]
    public void TryOpen_AnotherPersonsOrSchoolsRow_Throws()
    {
        var row = Row();
        Assert.Throws<SealBrokenException>(() => StaffLock.TryOpen(Passphrase, row, Samples.School, Samples.School));
        Assert.Throws<SealBrokenException>(() => StaffLock.TryOpen(Passphrase, row, Samples.Person, Samples.Person));
    }

    [Fact]
    public void Dispose_OpenedLock_WipesBoth()
    {
        var opened = Open(Row())!;
        opened.Dispose();
        Assert.All(opened.SecondFactor, b => Assert.Equal(0, b));
        Assert.Throws<ObjectDisposedException>(() => opened.Keys.PrivateKey.Bytes.Length);
    }

    /// <summary>Only a lower bound: the memory must be written, however quick the machine.</summary>
    [Fact]
    public void StretchForNobody_AnyPassphrase_DoesTheWork()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        StaffLock.StretchForNobody(Passphrase, new Argon(3, 64 * 1024 * 1024));
        Assert.True(watch.ElapsedMilliseconds > 10, "Three passes over 64 MiB cannot be that quick.");
    }

    private static StaffLockRow Row(string passphrase = Passphrase)
    {
        using var keys = Samples.Keys();
        return StaffLock.Create(passphrase, keys, SecondFactor, Samples.CheapArgon, Samples.School, Samples.Person);
    }

    private static OpenedLock? Open(StaffLockRow row) => StaffLock.TryOpen(Passphrase, row, Samples.School, Samples.Person);
}
