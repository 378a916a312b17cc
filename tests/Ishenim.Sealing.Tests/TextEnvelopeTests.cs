using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Ishenim.Sealing.Tests;

public sealed class TextEnvelopeTests
{
    private static readonly string[] Letters = ["", "а", "Мугалим акча чогултуп жатат. Өтө өкүнүчтүү!", "😢", new('ң', 5000)];

    [Fact]
    public void OpenText_WhatWasSealed_SameText()
    {
        using var key = Samples.Key();
        foreach (var letter in Letters)
            Assert.Equal(letter, TextEnvelope.OpenText(TextEnvelope.SealText(letter, key, Samples.Part), key, Samples.Part));
    }

    [Fact]
    public void Open_AnyLength_SameBytes() =>
        Prop.ForAll(Gen.OneOf(Gen.Choose(0, 9000), Gen.Elements(0, 1, 2046, 2047, 2048, 2049, 4095, 4096)).ToArbitrary(), length =>
        {
            using var key = Samples.Key();
            var plain = Samples.Content(length);
            return TextEnvelope.Open(TextEnvelope.Seal(plain, key, Samples.Part), key, Samples.Part).SequenceEqual(plain);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Open_EndsLikePadding_SameBytes()
    {
        using var key = Samples.Key();
        foreach (var plain in new byte[][] { [0x80], [0x80, 0], [0], [0, 0, 0x80, 0x80], new byte[2048] })
            Assert.Equal(plain, TextEnvelope.Open(TextEnvelope.Seal(plain, key, Samples.Part), key, Samples.Part));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2047, 1)]
    [InlineData(2048, 2)]
    [InlineData(4095, 2)]
    [InlineData(4096, 3)]
    public void Seal_AnyLength_PaddedToBlocksOf2KiB(int length, int blocks)
    {
        using var key = Samples.Key();
        Assert.Equal(5 + 24 + 16 + blocks * 2048, TextEnvelope.Seal(new byte[length], key, Samples.Part).Length);
    }

    [Fact]
    public void Seal_SameTextTwice_NothingAlikeButTheHeader()
    {
        using var key = Samples.Key();
        var one = TextEnvelope.SealText("Салам", key, Samples.Part);
        var two = TextEnvelope.SealText("Салам", key, Samples.Part);
        Assert.Equal("ISHt\u0001"u8.ToArray(), one[..5]);
        Assert.Equal(one[..5], two[..5]);
        Assert.NotEqual(one[5..29], two[5..29]);
        Assert.NotEqual(one[29..45], two[29..45]);
    }

    [Fact]
    public void Open_AnyByteTampered_Throws()
    {
        using var key = Samples.Key();
        foreach (var tampered in Samples.Tampered(TextEnvelope.SealText("Салам", key, Samples.Part)))
            Assert.Throws<SealBrokenException>(() => TextEnvelope.Open(tampered, key, Samples.Part));
    }

    [Fact]
    public void Open_AnyFieldOfTheLabelOther_Throws()
    {
        using var key = Samples.Key();
        var sealedBytes = TextEnvelope.SealText("Салам", key, Samples.Part);
        foreach (var other in Samples.OtherParts)
            Assert.Throws<SealBrokenException>(() => TextEnvelope.Open(sealedBytes, key, other));
    }

    [Fact]
    public void Open_OtherKey_Throws()
    {
        using var key = Samples.Key();
        using var other = Samples.Key(8);
        var sealedBytes = TextEnvelope.SealText("Салам", key, Samples.Part);
        Assert.Throws<SealBrokenException>(() => TextEnvelope.Open(sealedBytes, other, Samples.Part));
    }

    /// <summary>Genuine seals with paddings that Seal never makes: no mark, a wrong mark, a mark before the last block, half a block.</summary>
    [Fact]
    public void Open_PaddingOutOfShape_Throws()
    {
        using var key = Samples.Key();
        var early = new byte[4096];
        early[10] = 0x80;
        var wrong = new byte[2048];
        wrong[10] = 0x81;
        byte[] half = [0x80, .. new byte[1023]];
        var label = new byte[PartLabel.Size];
        Samples.Part.Write(label);
        foreach (var padded in new[] { new byte[2048], wrong, early, half })
        {
            var sealedBytes = Aead.Seal(Header.Text, padded, key.Bytes, label);
            Assert.Throws<SealBrokenException>(() => TextEnvelope.Open(sealedBytes, key, Samples.Part));
        }
    }

    [Fact]
    public void OpenText_NotUtf8_ThrowsAndTellsNothing()
    {
        using var key = Samples.Key();
        var sealedBytes = TextEnvelope.Seal([0xc3, 0x28], key, Samples.Part);
        var broken = Assert.Throws<SealBrokenException>(() => TextEnvelope.OpenText(sealedBytes, key, Samples.Part));
        Assert.Null(broken.InnerException);
    }

    [Fact]
    public void Open_PlainTextGiven_NoFallback()
    {
        using var key = Samples.Key();
        Assert.Throws<SealBrokenException>(() => TextEnvelope.OpenText(Encoding.UTF8.GetBytes("Салам"), key, Samples.Part));
        Assert.Throws<SealBrokenException>(() => TextEnvelope.OpenText(new byte[45 + 2048], key, Samples.Part));
    }
}
