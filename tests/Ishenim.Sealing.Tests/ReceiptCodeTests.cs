using FsCheck;
using FsCheck.Fluent;

namespace Ishenim.Sealing.Tests;

public sealed class ReceiptCodeTests
{
    private static readonly Gen<string> Codes = Gen.Choose(0, 9).ArrayOf(19).Select(digits =>
    {
        var text = string.Concat(digits);
        return text + Damm.Check(text);
    });

    [Fact]
    public void New_Many_TwentyDigitsAllDifferentAndParsed()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 500; i++)
        {
            var code = ReceiptCode.New();
            Assert.Matches("^[0-9]{20}$", code.Digits);
            Assert.Matches("^([0-9]{4} ){4}[0-9]{4}$", code.ToString());
            Assert.True(seen.Add(code.Digits));
            Assert.True(ReceiptCode.TryParse(code.ToString(), out var parsed));
            Assert.Equal(code.Digits, parsed.Digits);
        }
        // Each digit stands at each random place: a stuck place would show.
        for (var place = 0; place < 19; place++)
            Assert.Equal(10, seen.Select(digits => digits[place]).Distinct().Count());
    }

    [Fact]
    public void TryParse_AnySingleDigitWrong_False() =>
        Prop.ForAll(Codes.ToArbitrary(), Gen.Choose(0, 19).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (code, place, by) =>
            ReceiptCode.TryParse(code, out _)
            && !ReceiptCode.TryParse(code[..place] + (char)('0' + (code[place] - '0' + by) % 10) + code[(place + 1)..], out _)).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_AnyTwoNeighboursExchanged_False() =>
        Prop.ForAll(Codes.ToArbitrary(), Gen.Choose(0, 18).ToArbitrary(), (code, place) =>
            code[place] == code[place + 1]
            || !ReceiptCode.TryParse(code[..place] + code[place + 1] + code[place] + code[(place + 2)..], out _)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1234 5678 9012 3456 7891")]
    [InlineData("12345678901234567891")]
    [InlineData("1234-5678-9012-3456-7891")]
    [InlineData("1234–5678—9012−3456‑7891")]
    [InlineData("  1234\u00a05678\u202f9012\t3456\r\n7891 ")]
    [InlineData("\ufeff1234\u200b56789012\u20093456\u00ad7891")]
    [InlineData("١٢٣٤ ٥٦٧٨ ٩٠١٢ ٣٤٥٦ ٧٨٩١")]
    [InlineData("１２３４　５６７８　９０１２　３４５６　７８９１")]
    public void TryParse_AsPeopleTypeAndPaste_SameCode(string typed)
    {
        var check = Damm.Check("1234567890123456789");
        Assert.Equal('1', check);
        Assert.True(ReceiptCode.TryParse(typed, out var code));
        Assert.Equal("12345678901234567891", code.Digits);
        Assert.Equal("1234 5678 9012 3456 7891", code.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1234567890123456789")]
    [InlineData("123456789012345678911")]
    [InlineData("1234567890123456789x")]
    [InlineData("1234.5678.9012.3456.7891")]
    [InlineData("1234567890123456789²")]
    public void TryParse_NoCode_False(string? typed)
    {
        Assert.False(ReceiptCode.TryParse(typed, out var code));
        Assert.Null(code);
    }
}
