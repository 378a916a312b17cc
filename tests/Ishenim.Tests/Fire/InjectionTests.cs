using AngleSharp.Dom;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Tests.Pages;
using Ishenim.Tests.Pages.Public;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Fire;

/// <summary>HTML in everything that anybody types: each page shows it as text, and no element or attribute comes of it.</summary>
public sealed class InjectionTests
{
    /// <summary>Ends attributes, elements, comments, scripts and texts, and begins an element that is nowhere else.</summary>
    private const string Fire = "--></title></textarea></script></option>'\"><fire-fire onfire=1 style='color:red'>{{7*7}}@(7*7)";

    /// <summary>The framework's own form writes no quotation mark into a name.</summary>
    private static readonly string Name = Fire.Replace("\"", "", StringComparison.Ordinal);

    [Fact]
    public async Task Get_EveryPage_ShowsTypedHtmlAsText()
    {
        await using var site = await TestSite.StartAsync();
        await NameEverythingAsync(site);
        var everybody = await site.School.AddAsync("Айсулуу " + Fire, Position.Deputy, Role.Responsible, Role.Administrator);
        using var staff = await StaffClient.SignInAsync(site, everybody);
        var seen = await AsWriterAsync(site);
        var path = (await staff.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!;
        seen += await AsReaderAsync(staff, path);
        var id = everybody.Id.Value;
        foreach (var page in new[]
        {
            "/", "/write", "/answer", "/regulation", "/desk", "/desk/appeals", "/desk/appeals?number=" + Uri.EscapeDataString(Fire), "/desk/journal", "/desk/journal?book=arrivals", "/desk/boxes", "/desk/openings", "/desk/openings/new", "/desk/journal/fingerprint?print=" + Uri.EscapeDataString(Fire), path, path + "/print", path + "/stepback",
            "/desk/people", "/desk/people/new", $"/desk/people/{id}", $"/desk/people/{id}/confirm", $"/desk/people/{id}/hand-over", "/desk/settings", "/desk/account", "/desk/account/sheet", "/desk/account/step-down", "/desk/undertaking", "/desk/undertaking/print",
            "/desk/login?return=" + Uri.EscapeDataString(Fire), "/desk?done=" + Uri.EscapeDataString(Fire), path + "?done=" + Uri.EscapeDataString(Fire), "/write?lang=" + Uri.EscapeDataString(Fire),
        })
            seen += Check(await staff.GetAsync(page), page);
        // The words are there, as text: otherwise nothing was tried.
        Assert.InRange(seen, 20, 1000);
    }

    [Theory]
    [InlineData("Responsible")]
    [InlineData("Administrator")]
    public async Task Get_EveryAddress_ShowsHtmlInAllThatIsKeptInTheClearAsText(string who)
    {
        await using var routes = await FilledRoutes.StartAsync();
        await PrefixAllWordsAsync(routes.Site);
        var person = who == "Responsible" ? routes.Site.School.Responsible : await routes.Site.School.AddAsync("Башкаруучу " + Fire, Position.Other, Role.Administrator);
        using var staff = await StaffClient.SignInAsync(routes.Site, person);
        var (pages, seen) = (0, 0);
        foreach (var (pattern, _) in FilledRoutes.Table().Where(route => IsPage(route.Pattern)))
        {
            var address = routes.Address(pattern).OriginalString;
            seen += Check(await staff.GetAsync(address), address);
            pages += staff.Status == System.Net.HttpStatusCode.OK ? 1 : 0;
        }
        // The words are there, as text: otherwise nothing was tried.
        Assert.True(pages > 20 && seen > pages, $"{seen} on {pages} pages");
    }

    private static bool IsPage(string pattern) =>
        !new[] { "/files/", "/assets/", ".ics", ".xlsx", "/logout" }.Any(part => pattern.Contains(part, StringComparison.Ordinal));

    /// <summary>Whatever has a Cyrillic letter was typed by somebody, in whatever table it stands.</summary>
    private static async Task PrefixAllWordsAsync(TestSite site)
    {
        await using var db = site.Database.Gate.OpenInstallation();
        var texts = from table in db.Model.GetRelationalModel().Tables
                    where table.Name != "JournalLines"
                    from column in table.Columns
                    where column.PropertyMappings[0].Property.ClrType == typeof(string)
                    select (Table: table.Name, Column: column.Name);
#pragma warning disable EF1002 // The model's own names.
        foreach (var (table, column) in texts.ToList())
            await db.Database.ExecuteSqlRawAsync($$"""UPDATE "{{table}}" SET "{{column}}" = {0} || "{{column}}" WHERE "{{column}}" GLOB '*[а-яА-Я]*' AND substr("{{column}}", 1, 1) NOT IN ('[', char(123))""", Fire);
#pragma warning restore EF1002
    }

    private static async Task NameEverythingAsync(TestSite site)
    {
        await using var db = site.Database.Gate.OpenInstallation();
        var school = await db.Set<School>().SingleAsync();
        school.Name = new SchoolName { Kyrgyz = Fire, KyrgyzGenitive = Fire, Russian = Fire, RussianGenitive = Fire };
        school.Town = Fire[..School.TownLength];
        db.Add(new Core.Boxes.Box { School = school.Id, Id = Core.Boxes.BoxId.New(), Number = 1, Place = Fire, Seal = "", InUseFrom = new DateOnly(2026, 9, 1) });
        await db.SaveChangesAsync();
    }

    private static async Task<int> AsWriterAsync(TestSite site)
    {
        var seen = 0;
        foreach (var fields in new (string, object)[][]
        {
            [("text", Fire), ("name", Fire), ("contact", Fire), ("signed", "true"), ("nonce", Fire), ("kind", Fire), ("files", (Name, new byte[10]))],
            [("text", Fire + " менин атым Асан " + Fire), ("check", "true"), ("step", "check")],
        })
            seen += Check(await (await site.PostAsync("/write", TestForm.Parts(fields))).PageAsync(), "/write");
        var sent = await (await site.PostAsync("/write", TestForm.Parts(("text", Fire), ("name", Fire), ("reach", "through"), ("signed", "true"), ("files", (Name, new byte[10]))))).PageAsync();
        seen += Check(sent, "/write");
        var code = sent.GetElementById("receipt")!.TextContent;
        seen += Check(await (await site.PostAsync("/answer", TestForm.Parts(("code", code), ("text", Fire)))).PageAsync(), "/answer");
        return seen + Check(await (await site.PostAsync("/answer", TestForm.Parts(("code", Fire), ("text", Fire), ("nonce", Fire)))).PageAsync(), "/answer");
    }

    private static async Task<int> AsReaderAsync(StaffClient staff, string path)
    {
        var seen = 0;
        foreach (var (form, field) in new[] { ("note", "note"), ("answer", "answer"), ("identity", "reason") })
            seen += Check(await staff.SubmitAsync(await staff.GetAsync(path), $"form[action*={form}]", (field, Fire)), form);
        seen += Check(await staff.SubmitAsync(await staff.GetAsync("/desk/settings"), "form[data-settings]", ("school.town", Fire), ("values.mailbox", Fire), ("values.appearAtHours", Fire), ("school.language", Fire)), "settings");
        return seen + Check(await staff.SubmitAsync(await staff.GetAsync("/desk/people/new"), "form[data-person]", ("person.name", Fire), ("person.post", Fire), ("person.email", Fire)), "new");
    }

    /// <summary>How often the words stand on the page, as text or in a value.</summary>
    private static int Check(IDocument page, string where)
    {
        Assert.True(page.QuerySelectorAll("fire-fire,[onfire]").Length == 0, $"On {where} typed words became an element.");
        Assert.DoesNotContain("49@(7", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        return page.All.Count(element => element.ChildNodes.OfType<IText>().Any(text => text.Data.Contains("fire-fire", StringComparison.Ordinal)))
            + page.All.Count(element => element.Attributes.Any(attribute => attribute.Value.Contains("fire-fire", StringComparison.Ordinal)));
    }
}
