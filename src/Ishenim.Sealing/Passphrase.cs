using System.Security.Cryptography;
using System.Text;

namespace Ishenim.Sealing;

/// <summary>A passphrase as bytes for stretching; wiped at Dispose.</summary>
internal sealed class Passphrase : IDisposable
{
    private readonly byte[] _bytes;

    /// <summary>
    /// UTF-8 of the composed spelling. The process runs in the invariant culture, where string.Normalize changes nothing
    /// beyond ASCII, so the only letters of Kyrgyz and Russian that Unicode can spell in two ways are composed here (as NFC
    /// does): some keyboards send и and a breve for й, е and a diaeresis for ё.
    /// </summary>
    internal Passphrase(ReadOnlySpan<char> typed)
    {
        var composed = GC.AllocateArray<char>(typed.Length, pinned: true);
        var length = 0;
        foreach (var c in typed)
        {
            var one = length == 0 ? '\0' : Compose(composed[length - 1], c);
            if (one == '\0')
                composed[length++] = c;
            else
                composed[length - 1] = one;
        }
        var text = composed.AsSpan(0, length);
        _bytes = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(text), pinned: true);
        Encoding.UTF8.GetBytes(text, _bytes);
        composed.AsSpan().Clear();
    }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);

    private static char Compose(char letter, char mark) => (letter, mark) switch
    {
        ('и', '\u0306') => 'й',
        ('И', '\u0306') => 'Й',
        ('е', '\u0308') => 'ё',
        ('Е', '\u0308') => 'Ё',
        _ => '\0',
    };
}
