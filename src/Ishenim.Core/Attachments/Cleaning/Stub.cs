namespace Ishenim.Core.Attachments.Cleaning;
public enum CleaningResult { NotAPhoto, Cleaned, CouldNotClean, MayNameItsAuthor }
public sealed class CleaningStream(Stream source) : Stream
{
    public CleaningResult Result => CleaningResult.NotAPhoto;
    public override bool CanRead => true; public override bool CanSeek => false; public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException(); public override long Position { get => 0; set { } }
    public override void Flush() { } public override int Read(byte[] buffer, int offset, int count) => source.Read(buffer, offset, count);
    public override long Seek(long offset, SeekOrigin origin) => 0; public override void SetLength(long value) { } public override void Write(byte[] buffer, int offset, int count) { }
}
