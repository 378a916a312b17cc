using System.Security.Cryptography;
using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Ishenim.Settings;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Demo;

/// <summary>Builds a ready school through the same services that a real one uses, some weeks back in time.</summary>
internal sealed class DemoSchool(DatabaseGate database, IAttachmentStore store, StretchQueue queue, ServerSettings settings, TimeProvider time)
{
    private const int SetUpDaysAgo = 40;

    private readonly DemoClock _clock = new(time);

    /// <summary>Null: there is a school already, and nothing was done.</summary>
    public async Task<DemoFile?> BuildAsync(string url)
    {
        var founding = new SchoolFounding(database, settings.CodeArgon, _clock);
        if ((await database.SchoolsAsync()).Count > 0)
            return null;
        _clock.Back = TimeSpan.FromDays(SetUpDaysAgo);
        var school = await founding.AddAsync("demo", "Үлгү мектеби", demo: true);
        var links = await new SchoolSetUp(database, _clock).SetUpAsync(school, await SetUpInputAsync(founding, school));
        var staff = new List<(DemoStaff SignIn, PersonId Id)>();
        for (var i = 0; i < links.Count; i++)
            staff.Add((await ComeInAsync(school, links[i], DemoPeople.All[i].Login), links[i].Person));
        school = (await database.SchoolsAsync())[0];
        var writing = new DemoWriting(database, store, school, _clock);
        var receipts = new List<string>();
        var box = new DemoBox(database, store, school, _clock);
        var commission = new DemoCommission(database, school, _clock, DemoPeople.All.Zip(staff).ToDictionary(one => one.First.Person.Roles.Single(), one => one.Second.Id));
        await commission.ConveneAsync(await ActorAsync(school, staff, Role.Director));
        foreach (var letter in DemoLetters.All)
        {
            await commission.UntilAsync(letter.DaysAgo, role => ActorAsync(school, staff, role));
            await box.UntilAsync(letter.DaysAgo, () => ActorAsync(school, staff, Role.Responsible));
            receipts.Add((await writing.WriteAsync(letter, role => ActorAsync(school, staff, role))).Digits);
        }
        _clock.Back = TimeSpan.Zero;
        await commission.PlanNextAsync(await ActorAsync(school, staff, Role.Chair));
        return new DemoFile(url, school.Name.Kyrgyz, staff.ConvertAll(one => one.SignIn), receipts);
    }

    private static async Task<SetUpInput> SetUpInputAsync(SchoolFounding founding, School school) => new()
    {
        Token = await founding.SetUpTokenAsync(school),
        Name = new SchoolName
        {
            Kyrgyz = "Үлгү орто мектеби", KyrgyzGenitive = "Үлгү орто мектебинин", Russian = "Образцовая средняя школа", RussianGenitive = "Образцовой средней школы",
        },
        Town = "Мисал айылы", Language = "ky", BoxPlace = "А блогу, биринчи кабат, коридор", LastOpeningOn = null, SixDayWeek = false,
        Last = new LastNumbers(0, 0, 0, 0), People = [.. DemoPeople.All.Select(one => one.Person)],
    };

    private async Task<DemoStaff> ComeInAsync(School school, PersonLink link, string login)
    {
        var secret = Totp.NewSecret();
        var passphrase = Passphrase();
        if (!LoginName.TryParse(login, out var name))
            throw new InvalidOperationException($"The demo's login '{login}' is none.");
        await new AccountMaking(database, queue, settings.StaffArgon, _clock).MakeAsync(school, new NewAccount
        {
            Token = link.Token, Login = name, Passphrase = passphrase, SecondFactor = secret, OtpStep = -1, Device = "Demo",
        });
        var signIn = new DemoStaff(link.Roles[0].ToString().ToLowerInvariant(), link.Name, login, passphrase, Totp.Base32(secret));
        var undertakings = new Undertakings(database);
        var actor = await ActorAsync(school, link.Person, passphrase, [.. link.Roles]);
        await undertakings.SheetPutAwayAsync(actor);
        await undertakings.SignAsync(actor);
        return signIn;
    }

    private async Task<Actor> ActorAsync(School school, IReadOnlyList<(DemoStaff SignIn, PersonId Id)> staff, Role role)
    {
        var (signIn, id) = staff.Single(one => string.Equals(one.SignIn.Role, role.ToString(), StringComparison.OrdinalIgnoreCase));
        return await ActorAsync(school, id, signIn.Passphrase, [role]);
    }

    private async Task<Actor> ActorAsync(School school, PersonId person, string passphrase, HashSet<Role> roles)
    {
        await using var db = database.Open(school.Id);
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(one => one.Person == person);
        var opened = StaffLock.TryOpen(passphrase, account.Lock, school.Id.Value, person.Value)!;
        var clock = school.Clock(_clock);
        return new Actor { School = school.Id, Person = person, Roles = roles, Keys = opened.Keys, At = clock.UtcNow, Today = clock.Today };
    }

    /// <summary>Five words' worth of chance, easy to type: <c>demo-xxxx-xxxx-xxxx</c>.</summary>
    private static string Passphrase() =>
        "demo-" + string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 4)));
}
