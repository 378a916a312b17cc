using System.Text;
using Ishenim.Core.Attachments.Cleaning;

namespace Ishenim.Core.Tests.Attachments.Cleaning;

public sealed class CleaningStreamTests
{
    public static TheoryData<string> All => Photos.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Read_PhotoWithTraces_HoldsNoneOfThem(string name)
    {
        var photo = Photos.Read(name);
        Assert.True(Photos.HoldsTelltale(photo));

        var (bytes, result) = await Photos.CleanAsync(photo);

        Assert.Equal(CleaningResult.Cleaned, result);
        Assert.False(Photos.HoldsTelltale(bytes));
        Assert.InRange(bytes.Length, 100, photo.Length);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Read_CleanedPhoto_StaysAsItIs(string name)
    {
        var (once, _) = await Photos.CleanAsync(Photos.Read(name));
        var (twice, result) = await Photos.CleanAsync(once);
        Assert.Equal(CleaningResult.Cleaned, result);
        Assert.Equal(once, twice);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Read_SmallAndLargePieces_SameBytes(string name)
    {
        var photo = Photos.Read(name);
        var (expected, _) = await Photos.CleanAsync(photo);
        foreach (var (give, take) in new[] { (1, 65536), (7, 7), (65536, 1), (1, 1), (65536, 7) })
        {
            var (bytes, result) = await Photos.CleanAsync(photo, give, take);
            Assert.Equal(CleaningResult.Cleaned, result);
            Assert.Equal(expected, bytes);
        }
    }

    [Theory]
    [InlineData("Салам! Бул кат.", CleaningResult.NotAPhoto)]
    [InlineData("", CleaningResult.NotAPhoto)]
    [InlineData("GIF89a…", CleaningResult.CouldNotClean)]
    [InlineData("\0\0\0\u0018ftypheic", CleaningResult.CouldNotClean)]
    [InlineData("\0\0\0\u0018ftypmp42", CleaningResult.CouldNotClean)]
    [InlineData("II*\0\b\0\0\0", CleaningResult.CouldNotClean)]
    [InlineData("MM\0*\0\0\0\b", CleaningResult.CouldNotClean)]
    [InlineData("ID3\u0003", CleaningResult.CouldNotClean)]
    [InlineData("RIFF\u0010\0\0\0AVI LIST", CleaningResult.CouldNotClean)]
    [InlineData("%PDF-1.7", CleaningResult.MayNameItsAuthor)]
    [InlineData("\n\n%PDF-1.4", CleaningResult.MayNameItsAuthor)]
    [InlineData("PK\u0003\u0004word/document.xml", CleaningResult.MayNameItsAuthor)]
    [InlineData("{\\rtf1", CleaningResult.MayNameItsAuthor)]
    [InlineData("<?xml version='1.0'?><svg xmlns=''/>", CleaningResult.MayNameItsAuthor)]
    public async Task Read_OtherFile_PassesUnchanged(string start, CleaningResult expected)
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(start), .. new byte[100_000]];
        if (start.Length == 0)
            file = [];
        var (bytes, result) = await Photos.CleanAsync(file);
        Assert.Equal(expected, result);
        Assert.Equal(file, bytes);
    }

    [Fact]
    public async Task Read_OldOfficeFile_MayNameItsAuthor()
    {
        var (_, result) = await Photos.CleanAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        Assert.Equal(CleaningResult.MayNameItsAuthor, result);
    }

    [Fact]
    public async Task Result_BeforeTheEnd_Throws()
    {
        await using var stream = new CleaningStream(new MemoryStream([1, 2, 3]));
        Assert.Throws<InvalidOperationException>(() => stream.Result);
        Assert.Equal(3, await stream.ReadAsync(new byte[10]));
        Assert.Equal(0, await stream.ReadAsync(new byte[10]));
        Assert.Equal(CleaningResult.NotAPhoto, stream.Result);
    }

    [Fact]
    public async Task Read_SourceFails_ThrowsItsErrorAndNeverEnds()
    {
        await using var stream = new CleaningStream(new Failing(Photos.Read("phone.jpg")[..2000]));
        await Assert.ThrowsAsync<EndOfStreamException>(async () => await stream.CopyToAsync(Stream.Null));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await stream.CopyToAsync(Stream.Null));
        Assert.Throws<InvalidOperationException>(() => stream.Result);
    }

    [Fact]
    public async Task Read_WithToken_GivesItToTheSource()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new Noting(Photos.Read("phone.jpg"));
        await using var stream = new CleaningStream(source);
        Assert.Equal(1, await stream.ReadAtLeastAsync(new byte[1], 1, cancellationToken: cancellation.Token));
        Assert.Equal(cancellation.Token, source.Token);
    }

    private sealed class Noting(byte[] data) : MemoryStream(data)
    {
        public CancellationToken Token { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Token = cancellationToken;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }

    private sealed class Failing(byte[] data) : MemoryStream(data)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var count ? count : throw new EndOfStreamException();
    }
}
