using System.Globalization;
using Ishenim.Components;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.PassingOn;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ishenim.Tests.Pages;

/// <summary>The addresses of routes.txt over a school with a letter, its file, a box with its openings and a person to be confirmed.</summary>
internal sealed class FilledRoutes(TestSite site, IReadOnlyDictionary<string, string> values) : IAsyncDisposable
{
    public TestSite Site => site;

    public static async Task<FilledRoutes> StartAsync()
    {
        var site = await TestSite.StartAsync();
        var letter = TestSchool.Letter("Ашкана муздак.") with { Urgent = true };
        using var content = new MemoryStream([1, 2, 3]);
        var file = await site.School.Staged.StageAsync(content, "а.txt", letter.Draft.FileSeal(site.School.Id), CancellationToken.None);
        await site.School.AcceptAsync(letter with { Files = [file] });
        var box = await FilledBox.FillAsync(site.School);
        var sent = await SentAsync(site.School, letter.Draft.Id);
        var act = await FrozenActAsync(site.School);
        var protocol = await FilledProtocol.FillAsync(site.School);
        await site.SetAsync(settings => settings with { ShowBoard = true });
        return new FilledRoutes(site, new Dictionary<string, string>
        {
            ["/desk/appeals/{id:guid}/notice.{ending}"] = $"/desk/appeals/{box.Answered}/notice.html",
            ["/desk/appeals/{id:guid}/passon/{sequence:int}"] = $"/desk/appeals/{letter.Draft.Id}/passon/{sent}",
            ["/desk/appeals/{id:guid}/covering-{sequence:int}.{ending}"] = $"/desk/appeals/{letter.Draft.Id}/covering-{sent}.html",
            ["/desk/commission/meetings/{id:guid}"] = $"/desk/commission/meetings/{protocol.Meeting}", ["/desk/commission/items/{id:guid}"] = $"/desk/commission/items/{protocol.Item}",
            ["/desk/commission/convocations/{id:guid}"] = $"/desk/commission/convocations/{protocol.Convocation}",
            ["/desk/commission/protocols/files/{file:guid}"] = $"/desk/commission/protocols/files/{protocol.Scan}",
            ["/desk/commission/letters/{id:guid}"] = $"/desk/commission/letters/{letter.Draft.Id}",
            ["/desk/given/{id:guid}"] = $"/desk/given/{letter.Draft.Id}",
            ["/desk/retention/{id:guid}/act.{ending}"] = $"/desk/retention/{act}/act.html",
            ["/desk/retention/letters/{id:guid}"] = $"/desk/retention/letters/{letter.Draft.Id}", ["/desk/openings/{id:guid}/act.{ending}"] = $"/desk/openings/{box.Finished}/act.html", ["/desk/openings/{id:guid}"] = $"/desk/openings/{box.Open}",
            ["/desk/openings/files/{file:guid}"] = $"/desk/openings/files/{box.File}", ["/desk/boxes/keys/{id:guid}"] = $"/desk/boxes/keys/{box.Custody}",
            ["/desk/boxes/{id:guid}"] = $"/desk/boxes/{box.Box}", ["{ending}"] = "html",
            ["/desk/appeals/{id:guid}"] = $"/desk/appeals/{letter.Draft.Id}", ["/desk/people/{id:guid}"] = $"/desk/people/{site.School.Chair.Id}",
            ["{file:guid}"] = file.Id.ToString("D", CultureInfo.InvariantCulture), ["{token}"] = "no-such-token", [".{ending}"] = ".html", ["{year:int}"] = "2026",
            ["/assets/desk-HASH.css"] = site.Services.GetRequiredService<Assets>().DeskStylePath,
        });
    }

    public static IReadOnlyList<(string Pattern, string Protection)> Table() =>
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Ishenim.Tests", "Pages", "routes.txt")).Where(line => line.Length > 0)
            .Select(line => line.Split(' ')).Select(parts => (parts[0], parts[1])).ToList();

    public Uri Address(string pattern)
    {
        var path = values.Aggregate(pattern, (address, value) => address.Replace(value.Key, value.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("{", path, StringComparison.Ordinal);
        return new Uri(path, UriKind.Relative);
    }

    /// <summary>Follows no redirect; has the cookies of nobody.</summary>
    public HttpClient Client() => Client(new System.Net.CookieContainer());

    public async Task<HttpClient> SignInAsync(TestPerson person)
    {
        using var staff = await StaffClient.SignInAsync(site, person);
        return Client(staff.Cookies);
    }

    public async Task TakeUndertakingAsync(TestPerson person)
    {
        await using var db = site.Database.Open(site.School.Id);
        await db.Set<Core.Staff.Account>().Where(account => account.Person == person.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(account => account.UndertakingOn, (DateOnly?)null));
    }

    /// <summary>Passes the letter on; its place there.</summary>
    private static async Task<int> SentAsync(TestSchool school, AppealId letter)
    {
        var (desk, actor) = (new AppealDesk(school.Database.Gate), school.Responsible.Now(school));
        var open = (await new AppealReading(desk).ReadAsync(actor, letter))!;
        await new LetterPassingOn(desk).PassAsync(actor, letter, new NewPassingOn
        {
            Body = "Билим берүү бөлүмү", Head = "", Reason = "Бул маселени ошолор чечет.", Outgoing = "", Sheets = 1, WithContacts = false, Language = "ky", Version = open.Version,
        });
        return (await new AppealReading(desk).ReadAsync(actor, letter))!.PassedOn.Single().Sequence;
    }

    /// <summary>An act of destruction as it stands in a school of many years.</summary>
    private static async Task<Guid> FrozenActAsync(TestSchool school)
    {
        var (id, actor) = (Guid.NewGuid(), school.Chair.Now(school));
        await using var db = school.Database.Open(school.Id);
        await school.Database.Gate.InTransactionAsync(db, () => db.FreezeAsync(actor, new FormPlace(FormKind.Destruction, SchoolYear.From(actor.Today), 1), id, new FrozenDestruction
        {
            Language = "ky", School = "№ 5 орто мектеп", SchoolGenitive = "№ 5 орто мектептин", Town = "Мисал айылы", Number = 1, Day = actor.Today, FinalOn = actor.Today.AddDays(35),
            First = new FrozenApproval("Айгүл Үлгүева", "", actor.Today), Second = new FrozenApproval("Жылдыз Мисалиева", "", actor.Today), Files = 0, Letters = [],
        }));
        return id;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private HttpClient Client(System.Net.CookieContainer cookies) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(site.Address) };
}
