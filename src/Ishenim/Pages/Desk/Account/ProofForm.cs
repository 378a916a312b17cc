using Ishenim.Core.Staff;

namespace Ishenim.Pages.Desk.Account;

/// <summary>Present passphrase and a fresh code: asked before anything of an account changes.</summary>
public sealed class ProofForm
{
    public string? Passphrase { get; set; }

    public string? Otp { get; set; }

    public Proof Read() => new(Passphrase, Otp);
}
