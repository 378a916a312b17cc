using System.Security.Cryptography;
using Ishenim.Schools;
using Ishenim.Sealing;
using Microsoft.AspNetCore.DataProtection;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>A new second factor on its way: shown as QR code and text, carried by the form, protected, until a right code proves it.</summary>
internal sealed class SecondFactor(IDataProtectionProvider protection, CurrentSchool school, TimeProvider time)
{
    // In Latin letters the QR code is coarse enough for an old phone; and a shared phone's list tells no more than this.
    private const string Issuer = "Ishenim";

    /// <summary>The hidden field that carries it.</summary>
    public const string Field = "factor";

    private readonly IDataProtector _protector = protection.CreateProtector("second factor", school.School.Id.ToString());

    /// <summary>The one that the form carries, else a new one.</summary>
    public SecondFactorView Show(string? carried)
    {
        var secret = Read(carried) ?? Totp.NewSecret();
        var address = Totp.Uri(school.School.Slug, Issuer, secret);
        return new SecondFactorView(_protector.Protect(Convert.ToBase64String(secret)), Groups(Totp.Base32(secret)), address, QrPicture.Svg(address));
    }

    /// <summary>The secret and the step of a right code; null if code or field is wrong.</summary>
    public (byte[] Secret, long Step)? Proven(string? carried, string? code) =>
        Read(carried) is { } secret && Totp.Matches(secret, code, time.GetUtcNow(), lastUsedStep: -1, out var step) ? (secret, step) : null;

    private byte[]? Read(string? carried)
    {
        if (string.IsNullOrEmpty(carried))
            return null;
        try
        {
            return Convert.FromBase64String(_protector.Unprotect(carried));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Groups(string text) => string.Join(' ', text.Chunk(4).Select(four => new string(four)));
}

/// <summary>What the page shows of it.</summary>
internal sealed record SecondFactorView(string Carried, string Text, string Address, string Qr);
