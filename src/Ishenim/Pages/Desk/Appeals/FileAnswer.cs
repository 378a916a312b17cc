using Ishenim.Core.Attachments;
using Microsoft.Net.Http.Headers;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>
/// The body of an answer that is a writer's file. Its head is decided when the first bytes are there: pictures and PDF,
/// told by these bytes and never by the name, are shown in a sandbox of their own; all else is saved, nothing executed.
/// </summary>
internal sealed class FileAnswer(HttpResponse response, AttachmentFacts facts, bool download) : Stream
{
    private const string Sandbox = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";
    private bool _begun;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Begin(buffer.Span);
        await response.Body.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>For a file without a single byte.</summary>
    public void End() => Begin([]);

    private void Begin(ReadOnlySpan<byte> start)
    {
        if (_begun)
            return;
        _begun = true;
        var shown = download ? null : ShownAs(start);
        var disposition = new ContentDispositionHeaderValue(shown is null ? "attachment" : "inline");
        disposition.SetHttpFileName(SafeFileName.Of(facts.Name));
        response.ContentType = shown ?? "application/octet-stream";
        response.ContentLength = facts.Bytes;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = Sandbox;
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <summary>Null: not shown. SVG and HTML are programs, and never among these.</summary>
    private static string? ShownAs(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        _ => null,
    };

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override Task FlushAsync(CancellationToken cancellationToken) => response.Body.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
