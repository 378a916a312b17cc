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
        // Only what is valid may be decoded: the framework's own "try" throws at a wrong sign.
        if (token is null || token.Length > 100 || !Base64Url.IsValid(token, out var length) || length != bytes.Length)
            return false;
        Base64Url.DecodeFromChars(token, bytes);
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

    public FileSeal FileSeal(SchoolId school) => new(school, Id.Value, KeyClass.Letter, 1, AuthorSide.Writer, Key);

    public void Dispose() => Key.Dispose();
}
