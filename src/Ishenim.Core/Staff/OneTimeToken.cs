using System.Buffers.Text;
using System.Security.Cryptography;

namespace Ishenim.Core.Staff;

/// <summary>32 random bytes that only a link or a cookie holds; the database has their hash.</summary>
public static class OneTimeToken
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 of the token; of anything that is no token, a hash that no row has.</summary>
    public static byte[] Hash(string? token)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        // Only what is valid may be decoded: the framework's own "try" throws at a wrong sign.
        return token is { Length: > 0 and < 60 } && Base64Url.IsValid(token, out var length) && length == Bytes
            ? SHA256.HashData(bytes[..Base64Url.DecodeFromChars(token, bytes)])
            : [];
    }
}
