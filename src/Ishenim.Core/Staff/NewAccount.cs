namespace Ishenim.Core.Staff;

/// <summary>What a person chooses on the invitation's page; the page has checked the passphrase and the first code.</summary>
public sealed record NewAccount
{
    public required string? Token { get; init; }

    public required LoginName Login { get; init; }

    public required string Passphrase { get; init; }

    /// <summary>20 bytes; a code from it was shown to be right.</summary>
    public required byte[] SecondFactor { get; init; }

    /// <summary>The step of that code, which is used up.</summary>
    public required long OtpStep { get; init; }

    public required string Device { get; init; }
}

/// <summary>A recovery sheet to print now: its secret stands nowhere else. With the session that it was made in.</summary>
/// <param name="Groups">The secret, as printed.</param>
/// <param name="Fingerprint">Of the key that it recovers.</param>
/// <param name="Session">Null: the present session goes on.</param>
public sealed record NewSheet(string Groups, string Fingerprint, NewSession? Session);
