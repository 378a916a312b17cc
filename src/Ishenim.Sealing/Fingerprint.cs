namespace Ishenim.Sealing;

/// <summary>A hash as people compare it with paper: its first 100 bits as <c>ABCD-EFGH-JKMN-PQRS-TVWX</c> (Crockford's base 32).</summary>
public static class Fingerprint
{
    private const int Digits = 20;
    private const int LeastBytes = 13;

    /// <summary>The fingerprint of a hash.</summary>
    /// <exception cref="ArgumentException">Shorter than the 100 bits.</exception>
    public static string Of(ReadOnlySpan<byte> hash)
    {
        if (hash.Length < LeastBytes)
            throw new ArgumentException($"{LeastBytes} bytes are the least, not {hash.Length}.", nameof(hash));
        return Crockford.Groups(Crockford.Digits(hash, Digits), separator: '-');
    }
}
