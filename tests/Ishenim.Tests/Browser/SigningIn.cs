using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

internal static class SigningIn
{
    /// <summary>Fills in the sign-in page and waits for the desk.</summary>
    public static async Task SignInAsync(this IPage page, TestSite site, TestPerson person)
    {
        await page.GotoAsync("/desk/login");
        await page.FillAsync("[name=login]", person.Login);
        await page.FillAsync("[name=passphrase]", person.Passphrase);
        await page.FillAsync("[name=otp]", person.NextCode(site.Time));
        await page.ClickAsync("form[data-login] button.button");
        // Not an address: the sign-in's own begins as the desk's do.
        await page.WaitForSelectorAsync(".rooms");
    }
}
