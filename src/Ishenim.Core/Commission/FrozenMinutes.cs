using System.Security.Cryptography;
using System.Text;
using Ishenim.Core.Appeals;

namespace Ishenim.Core.Commission;

/// <summary>
/// A salted commitment to the minutes of a letter as they lay sealed when the protocol was signed. It is made of the sealed
/// bytes, so that also a chair who stepped back from that letter can sign, and so that nobody can try words against it once
/// the letter is destroyed: the frozen form, with its salt, lives for ever.
/// </summary>
/// <param name="Salt">32 hexadecimal digits.</param>
/// <param name="Hash">SHA-256, 64 hexadecimal digits.</param>
public sealed record FrozenMinutes(string Salt, string Hash)
{
    private const int SaltBytes = 16;

    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));

    public static FrozenMinutes Of(Part minutes, string salt) => new(salt, HashOf(minutes, salt));

    /// <summary>Whether these are the minutes as they were signed.</summary>
    public bool Binds(Part minutes) => HashOf(minutes, Salt) == Hash;

    private static string HashOf(Part minutes, string salt) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"ishenim minutes 1\n{salt}\n{minutes.Appeal.Value:N}\n{minutes.Id:N}\n{minutes.Sequence}\n{minutes.Class} {minutes.Epoch}\n{Convert.ToHexStringLower(minutes.Sealed)}")));
}
