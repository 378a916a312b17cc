using Ishenim.Core.Staff;
using Ishenim.Schools;
using Ishenim.Sealing;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>A lost passphrase or phone: the sheet from the safe sets both anew; the key, and so the letters, stay.</summary>
internal sealed class RecoverModel(Recovery recovery, SecondFactor factors, CurrentSchool school, Say say) : PageModel, IShowsAgain
{
    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public PassphraseForm Passphrase { get; set; } = new();

    [BindProperty]
    public string? Factor { get; set; }

    [BindProperty]
    public string? Otp { get; set; }

    public SecondFactorView NewFactor { get; private set; } = null!;

    public NewSheet? Sheet { get; private set; }

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task OnPostAsync()
    {
        await ShowAgainAsync();
        if (!RecoverySheet.TryParse(Code, out var secret))
            ModelState.AddModelError("code", say["recover.code.typo"]);
        Passphrase.Check(ModelState, say, [Login, .. PassphraseForm.NamesOf(school.School)]);
        var proven = factors.Proven(Factor, Otp);
        if (proven is null)
            ModelState.AddModelError("otp", say["otp.bad"]);
        using (secret)
            if (ModelState.IsValid)
                await RecoverAsync(secret!, proven!.Value);
    }

    public Task ShowAgainAsync()
    {
        NewFactor = factors.Show(Factor);
        return Task.CompletedTask;
    }

    private async Task RecoverAsync(RecoverySecret secret, (byte[] Secret, long Step) factor)
    {
        Sheet = await recovery.RecoverAsync(school.School, new RecoveryInput
        {
            Login = Login, Secret = secret, Passphrase = Passphrase.New!, SecondFactor = factor.Secret, OtpStep = factor.Step,
            Network = Network.Of(HttpContext), Device = DeviceName.Of(Request),
        });
        await DeskCookies.SignInAsync(HttpContext, Sheet.Session!);
    }
}
