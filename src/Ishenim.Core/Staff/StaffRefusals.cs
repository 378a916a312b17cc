using Ishenim.Core.Refusals;

namespace Ishenim.Core.Staff;

/// <summary>The link was used, replaced by a newer one, or is older than a day.</summary>
public sealed class LinkNotValid : Refusal;

/// <summary>Somebody of the school has this login.</summary>
public sealed class LoginTaken : Refusal;

/// <summary>The passphrase or the code that should prove who is there is wrong.</summary>
public sealed class ProofWrong : Refusal;

/// <summary>Login or recovery sheet do not fit each other.</summary>
public sealed class SheetWrong : Refusal;

/// <summary>
/// The private key that the passphrase opened does not belong to the public key in the database: somebody changed the
/// row. Letters would be sealed to a stranger, so nobody signs in with it.
/// </summary>
public sealed class KeyDoesNotMatch : Refusal;

/// <summary>The commission's chair reads what neither director nor responsible person may: it cannot be one of them (X2).</summary>
public sealed class ChairMustBeIndependent : Refusal;

/// <summary>Somebody must be able to change settings and invite people.</summary>
public sealed class AdministratorNeeded : Refusal;

/// <summary>
/// Letters that this person alone can read would be lost. For who runs the machine, and sees the rows anyhow: nobody
/// at the desk may learn of letters in this way.
/// </summary>
public sealed class LettersWouldHaveNoReader : Refusal;

/// <summary>Who may hold letters gives them up before others change the account, whether or not there are any.</summary>
public sealed class ReaderMustStepDown : Refusal;

/// <summary>Who lost everything and may hold letters comes back by the recovery sheet.</summary>
public sealed class SheetNeeded : Refusal;

/// <summary>Only somebody whose own key is confirmed can confirm another's.</summary>
public sealed class ConfirmerMayNotRead : Refusal;

/// <summary>Nobody confirms their own key.</summary>
public sealed class OwnKeyNotConfirmed : Refusal;

/// <summary>The key has changed since its fingerprint was shown, or there is none yet.</summary>
public sealed class KeyChangedMeanwhile : Refusal;

/// <summary>The person has not signed the undertaking yet.</summary>
public sealed class UndertakingMissing : Refusal;

/// <summary>The person has left the school's trust mail.</summary>
public sealed class PersonHasLeft : Refusal;

/// <summary>More people sign in at once than the machine can stretch passphrases for.</summary>
public sealed class StretchQueueFull : Refusal
{
    /// <summary>Seconds after which it is worth trying again.</summary>
    public const int RetryAfter = 10;
}

/// <summary>Whoever guesses waits; so does the owner who mistyped too often, and is told how long.</summary>
public sealed class TooManyTries : Refusal
{
    public TooManyTries(TimeSpan wait)
    {
        Wait = wait;
        Fill = [("minutes", (int)Math.Ceiling(wait.TotalMinutes))];
    }

    public TimeSpan Wait { get; }
}
