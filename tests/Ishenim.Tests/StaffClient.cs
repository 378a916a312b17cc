using AngleSharp.Html.Dom;

namespace Ishenim.Tests;

/// <summary>A browser without scripts in which somebody of the staff signs in.</summary>
public sealed class StaffClient(string address) : FormClient(address)
{
    /// <summary>Signs in over HTTP as one of the school's people. <paramref name="root"/>: such as "/s/two", for another school.</summary>
    public static async Task<StaffClient> SignInAsync(TestSite site, TestPerson person, TestSchool? school = null, string root = "")
    {
        var client = new StaffClient(site.Address);
        await client.SignInAsync(person, (school ?? site.School).Time, root);
        Assert.False(client.Path.EndsWith("/desk/login", StringComparison.Ordinal), "The sign-in was refused.");
        return client;
    }

    /// <summary>Fills in and sends the sign-in page; <see cref="FormClient.Path"/> tells where it led.</summary>
    public async Task<IHtmlDocument> SignInAsync(TestPerson person, StoppedClock time, string root = "") =>
        await SubmitAsync(await GetAsync(root + "/desk/login"), "form[data-login]",
            ("login", person.Login), ("passphrase", person.Passphrase), ("otp", person.NextCode(time)));
}
