using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ishenim.Sealing;

/// <summary>
/// One-time codes as every authenticator app makes them: RFC 6238 with SHA-1, 6 digits, 30 seconds (the one set of
/// parameters that all apps take).
/// </summary>
public static class Totp
{
    /// <summary>How many digits a code has.</summary>
    public const int Digits = 6;

    /// <summary>How long a code is shown, in seconds.</summary>
    public const int StepSeconds = 30;

    /// <summary>Length of a secret, in bytes (RFC 4226, section 4: 160 bits).</summary>
    public const int SecretSize = 20;

    private const string Base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Window = 1;

    /// <summary>A new random secret.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretSize);

    /// <summary>The secret as apps take it by hand: RFC 4648 base 32 without padding.</summary>
    public static string Base32(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        foreach (var digit in Crockford.Digits(secret, (secret.Length * 8 + 4) / 5))
            text.Append(Base32Alphabet[digit]);
        return text.ToString();
    }

    /// <summary>The address that a QR code carries to the app.</summary>
    /// <param name="label">Whose it is: the login.</param>
    /// <param name="issuer">Where: the school's or the program's name.</param>
    /// <param name="secret">The secret.</param>
    public static string Uri(string label, string issuer, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(label)}?secret={Base32(secret)}"
        + $"&issuer={System.Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits={Digits}&period={StepSeconds}";

    /// <summary>The code that an app shows at a time.</summary>
    public static string At(ReadOnlySpan<byte> secret, DateTimeOffset time) => OfStep(secret, StepOf(time));

    /// <summary>
    /// Whether a typed code is right now, or was one step ago, or will be in one. A step at or before
    /// <paramref name="lastUsedStep"/> is not taken, so that no code works twice: store <paramref name="step"/>.
    /// </summary>
    /// <param name="secret">The secret.</param>
    /// <param name="typed">What was typed; spaces and hyphens are skipped.</param>
    /// <param name="now">The time.</param>
    /// <param name="lastUsedStep">The last step taken for this secret; -1 for none.</param>
    /// <param name="step">The step that was matched; <paramref name="lastUsedStep"/> if none was.</param>
    public static bool Matches(ReadOnlySpan<byte> secret, string? typed, DateTimeOffset now, long lastUsedStep, out long step)
    {
        step = lastUsedStep;
        Span<byte> digits = stackalloc byte[Digits];
        if (!TryRead(typed, digits))
            return false;
        var current = StepOf(now);
        for (var candidate = Math.Max(0, current - Window); candidate <= current + Window; candidate++)
        {
            if (candidate <= lastUsedStep || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(OfStep(secret, candidate)), digits))
                continue;
            step = candidate;
            return true;
        }
        return false;
    }

    private static bool TryRead(string? typed, Span<byte> digits)
    {
        var count = 0;
        foreach (var c in typed ?? "")
        {
            if (Typed.IsSeparator(c))
                continue;
            var value = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (value < 0 || count == digits.Length)
                return false;
            digits[count++] = (byte)('0' + value);
        }
        return count == digits.Length;
    }

    private static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as apps have it; HMAC does not need SHA-1 to resist collisions.")]
    private static string OfStep(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, mac);
        // RFC 4226, section 5.3: the last four bits say where the code is taken from.
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac[(mac[^1] & 15)..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
