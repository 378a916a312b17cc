using System.Buffers;
using System.Buffers.Text;
using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>
/// A letter that is being written: the id and letter key that its files are sealed with before it is accepted. The
/// page carries it in a hidden field when it must be shown again, so that no file has to be chosen twice and the
/// server keeps nothing that it could open.
/// </summary>
public sealed class LetterDraft : IDisposable
{
    private const int IdBytes = 16;
    private const int KeyBytes = 32;

    private LetterDraft(AppealId id, SecretKey key) => (Id, Key) = (id, key);

    public AppealId Id { get; }

    public SecretKey Key { get; }

    public static LetterDraft New() => new(AppealId.New(), SecretKey.Generate());

    public static bool TryParse(string? token, out LetterDraft? draft)
    {
        draft = null;
        Span<byte> bytes = stackalloc byte[IdBytes + KeyBytes];
        // Not TryDecodeFromChars: it throws for what is no base 64.
        if (token is null || token.Length > 100 || Base64Url.DecodeFromChars(token, bytes, out _, out var written) != OperationStatus.Done || written != bytes.Length)
            return false;
        draft = new LetterDraft(new AppealId(new Guid(bytes[..IdBytes])), SecretKey.From(bytes[IdBytes..]));
        return true;
    }

    /// <summary>For the hidden field; never for an address, a log or the disk.</summary>
    public string ToToken()
    {
        Span<byte> bytes = stackalloc byte[IdBytes + KeyBytes];
        Id.Value.TryWriteBytes(bytes);
        Key.Bytes.CopyTo(bytes[IdBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <param name="school">Whose letter it becomes.</param>
    /// <param name="files">Of a letter on paper the draft's key is the one of its scans.</param>
    public FileSeal FileSeal(SchoolId school, KeyClass files = KeyClass.Letter) => new(school, Id.Value, files, 1, AuthorSide.Writer, Key);

    public void Dispose() => Key.Dispose();
}
