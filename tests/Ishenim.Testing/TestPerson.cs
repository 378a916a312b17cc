using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Testing;

/// <summary>An invented person of a test's school, with the key pair that a sign-in unlocks and all that it takes.</summary>
public sealed record TestPerson(Person Person, KeyPair Keys, string Login, string Passphrase, byte[] OtpSecret)
{
    private long _lastStep = -1;

    public PersonId Id => Person.Id;

    /// <summary>
    /// A code that was not used yet. Each works once, so the clock moves on by a step where several are asked for at once.
    /// </summary>
    public string NextCode(StoppedClock time)
    {
        var now = time.Now.ToUnixTimeSeconds() / Totp.StepSeconds;
        _lastStep = Math.Max(now - 1, _lastStep + 1);
        if (_lastStep > now + 1)
            time.Pass(TimeSpan.FromSeconds((_lastStep - now - 1) * Totp.StepSeconds));
        return Totp.At(OtpSecret, DateTimeOffset.FromUnixTimeSeconds(_lastStep * Totp.StepSeconds));
    }

    /// <summary>The context of something that this person does now.</summary>
    public Actor Now(TestSchool school) => new()
    {
        School = school.Id, Person = Id, Roles = Person.Roles.Select(held => held.Role).ToHashSet(), Keys = Keys,
        At = school.Clock.UtcNow, Today = school.Clock.Today,
    };
}
