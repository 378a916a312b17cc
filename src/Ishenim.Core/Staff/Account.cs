using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;

namespace Ishenim.Core.Staff;

/// <summary>What a person signs in with, and the public half of what letters are sealed to.</summary>
public sealed class Account : IOfSchool
{
    public const int LoginLength = 40;

    public required SchoolId School { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Lower case; unique in the school.</summary>
    public required string Login { get; set; }

    /// <summary>X25519, 32 bytes.</summary>
    public required byte[] PublicKey { get; set; }

    public required byte[] Salt { get; set; }

    public required long StretchOperations { get; set; }

    public required long StretchMemoryBytes { get; set; }

    public required byte[] Verifier { get; set; }

    public required byte[] WrappedPrivateKey { get; set; }

    public required byte[] WrappedSecondFactor { get; set; }

    /// <summary>The private key wrapped by the recovery sheet.</summary>
    public required byte[] RecoveryWrap { get; set; }

    /// <summary>The last used step of the second factor: each code is accepted once.</summary>
    public long LastOtpStep { get; set; }

    /// <summary>When the person said that the recovery sheet is printed and put away.</summary>
    public DateOnly? RecoverySheetOn { get; set; }

    /// <summary>When the undertaking of confidentiality was signed; no letter opens before.</summary>
    public DateOnly? UndertakingOn { get; set; }

    /// <summary>When an existing reader confirmed this key; at a school's start, the day it opened.</summary>
    public DateOnly? ConfirmedOn { get; set; }

    public PersonId? ConfirmedBy { get; set; }

    /// <summary>When the person gave up reading; null while letters may be sealed to them.</summary>
    public DateOnly? ReleasedOn { get; set; }

    public int Version { get; set; }

    /// <summary>Letters may be sealed to this key.</summary>
    public bool MayRead => CanRead(UndertakingOn, ConfirmedOn, ReleasedOn);

    /// <summary>Letters may have been sealed to this key and not been given up since.</summary>
    public bool MayHoldLetters => UndertakingOn is not null && ReleasedOn is null;

    internal static bool CanRead(DateOnly? undertaking, DateOnly? confirmed, DateOnly? released) => undertaking is not null && confirmed is not null && released is null;

    public StaffLockRow Lock => new(Salt, new Argon(StretchOperations, StretchMemoryBytes), Verifier, WrappedPrivateKey, WrappedSecondFactor);

    public void SetLock(StaffLockRow row)
    {
        Salt = row.Salt;
        StretchOperations = row.Argon.Operations;
        StretchMemoryBytes = row.Argon.MemoryBytes;
        Verifier = row.Verifier;
        WrappedPrivateKey = row.WrappedPrivateKey;
        WrappedSecondFactor = row.WrappedSecondFactor;
    }
}
