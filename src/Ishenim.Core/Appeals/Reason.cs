using System.Security.Cryptography;
using System.Text;

namespace Ishenim.Core.Appeals;

/// <summary>
/// Why a name was shown. The words are sealed; the journal holds a commitment to them: SHA-256 over 16 random bytes and
/// the UTF-8 text. So nothing personal lives forever in the chain, and nobody can change the reason later.
/// </summary>
internal sealed class Reason
{
    private const int SaltBytes = 16;

    private readonly byte[] _salt;

    private Reason(byte[] salt, string text) => (_salt, Text) = (salt, text);

    public string Text { get; }

    /// <summary>64 hexadecimal digits, lower case.</summary>
    public string Commitment => Convert.ToHexStringLower(SHA256.HashData([.. _salt, .. Encoding.UTF8.GetBytes(Text)]));

    public static Reason New(string text) => new(RandomNumberGenerator.GetBytes(SaltBytes), text);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Reason Parse(string stored) =>
        new(Convert.FromHexString(stored.AsSpan(0, 2 * SaltBytes)), stored[(2 * SaltBytes + 1)..]);

    /// <summary>The salt as 32 hexadecimal digits, a line break, the text: what is sealed.</summary>
    public override string ToString() => $"{Convert.ToHexStringLower(_salt)}\n{Text}";
}
