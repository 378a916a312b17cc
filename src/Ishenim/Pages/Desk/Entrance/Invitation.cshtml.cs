using Ishenim.Core.Staff;
using Ishenim.Schools;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>A person comes in by a one-time link: login, passphrase, second factor; then the recovery sheet, shown this once.</summary>
internal sealed class InvitationModel(AccountMaking making, SecondFactor factors, CurrentSchool school, Say say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public PassphraseForm Passphrase { get; set; } = new();

    [BindProperty]
    public string? Factor { get; set; }

    [BindProperty]
    public string? Otp { get; set; }

    public Person? Person { get; private set; }

    public SecondFactorView? NewFactor { get; private set; }

    public NewSheet? Sheet { get; private set; }

    public async Task OnGetAsync() => await ShowAgainAsync();

    public async Task OnPostAsync()
    {
        await ShowAgainAsync();
        if (Person is not null && await ReadAsync(Person) is { } account)
        {
            Sheet = await making.MakeAsync(school.School, account);
            await DeskCookies.SignInAsync(HttpContext, Sheet.Session!);
        }
    }

    public async Task ShowAgainAsync()
    {
        Person = await making.FindInvitedAsync(school.School, Token);
        if (Person is not null)
            NewFactor = factors.Show(Factor);
    }

    private async Task<NewAccount?> ReadAsync(Person person)
    {
        if (!LoginName.TryParse(Login, out var login))
            ModelState.AddModelError("login", say["invite.login.bad"]);
        else if (await making.IsTakenAsync(school.School, login, person.Id))
            ModelState.AddModelError("login", say["invite.login.taken"]);
        Passphrase.Check(ModelState, say, [Login, person.Name, .. PassphraseForm.NamesOf(school.School)]);
        var proven = factors.Proven(Factor, Otp);
        if (proven is null)
            ModelState.AddModelError("otp", say["otp.bad"]);
        return !ModelState.IsValid ? null : new NewAccount
        {
            Token = Token, Login = login!, Passphrase = Passphrase.New!, SecondFactor = proven!.Value.Secret, OtpStep = proven.Value.Step,
            Device = DeviceName.Of(Request),
        };
    }
}
