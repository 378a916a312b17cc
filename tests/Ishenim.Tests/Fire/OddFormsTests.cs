using System.Net;
using Ishenim.Core.Staff;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>Forms with signs that databases, browsers or readers stumble over. PostgreSQL refuses U+0000 in any text.</summary>
public sealed class OddFormsTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Write_SignsThatBreakOthers_AreTakenOutAndTheRestIsRead(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);

        var (status, _) = await site.PostForJsonAsync("/write", RawForm.Pairs("text=a%00b%07c&signed=true&name=%D0%90%00%E2%80%AE%D0%B1%E2%81%A6%D0%B2&contact=a%00@b.kg&nonce=%00&about=nobody"));

        Assert.Equal(HttpStatusCode.OK, status);
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
        var letter = await staff.GetAsync(await LetterPathAsync(staff));
        Assert.Equal("abc", letter.QuerySelector(".thread .text")!.TextContent.Trim());
        var shown = await staff.SubmitAsync(letter, "form[action*=identity]", ("reason", "Ата-энесине\u0001 чалуу керек болду"));
        // A direction sign in a name would turn what stands after it on the page.
        Assert.Contains("Абв", shown.QuerySelector("#writer")!.TextContent, StringComparison.Ordinal);
        foreach (var (form, field) in new[] { ("answer", "answer"), ("note", "note") })
            await staff.SubmitAsync(shown, $"form[action*={form}]", (field, "Жо\u0001оп"));
        Assert.Equal("Жооп", (await staff.GetAsync(await LetterPathAsync(staff))).QuerySelector(".thread .mine .text")!.TextContent.Trim());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Desk_SignsThatBreakOthers_AreNoFault(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var person = await site.School.AddAsync("Айсулуу", Position.Deputy, Role.Administrator);
        using var staff = await StaffClient.SignInAsync(site, person);
        await staff.SubmitAsync(await staff.GetAsync("/desk/people/new"), "form[data-person]", ("person.name", "Бер\u0001мет \u202Eабв"), ("person.post", "му\u0001галим"), ("person.email", ""), ("role", "Member"));
        Assert.Equal(HttpStatusCode.OK, staff.Status);
        Assert.Contains("Бермет абв", (await staff.GetAsync("/desk/people")).Body!.TextContent, StringComparison.Ordinal);
        var settings = await staff.SubmitAsync(await staff.GetAsync("/desk/settings"), "form[data-settings]", ("school.kyrgyz", "№ 5\u0001 мектеп"), ("school.town", "Ми\u0001сал"), ("school.boxPlace", "эшик\u0001"));
        Assert.Equal(HttpStatusCode.OK, staff.Status);
        Assert.Equal("№ 5 мектеп", settings.QuerySelector("[name='school.kyrgyz']")!.GetAttribute("value"));
        // The framework itself takes no form with U+0000 in it.
        await staff.SubmitAsync(await staff.GetAsync("/desk/settings"), "form[data-settings]", ("school.town", "Ми\0сал"));
        Assert.Equal(HttpStatusCode.BadRequest, staff.Status);
        foreach (var path in new[] { "/desk/appeals?number=%00", "/desk/appeals?mark=%00", "/desk/journal?older=%00", "/desk/invitation/%01", "/desk/invitation/!!!", "/desk/welcome/!!!", "/desk/login?return=%00" })
            Assert.True((await staff.GetAsync(path)).DocumentElement is not null && (int)staff.Status < 500, path);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=another")]
    [InlineData("multipart/mixed; boundary=x")]
    [InlineData("nothing at all")]
    public async Task Write_BoundaryMissingOrOther_AsksForTheText(string type)
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.PostAsync("/write", RawForm.Of(type, "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nКат\r\n--x--\r\n"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.PageAsync()).QuerySelector("textarea"));
    }

    /// <summary>Forms with a field that cannot be read, or that stands twice where it may once; and which one it is.</summary>
    public static TheoryData<string, string> Unreadable => new()
    {
        { "text=%ED%A0%80", "text" }, { "text=%FF%FE", "text" }, { "text=%C0%80", "text" }, { "text=a&text=b", "text" },
        { "text=a&kind=complaint&kind=proposal", "kind" }, { "text=a&writer=pupil&writer=parent", "writer" }, { "text=a&signed=true&name=%ED%A0%80&contact=a%40b.kg", "name" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Write_UnreadableOrDouble_IsToldBesideItsField(string form, string field)
    {
        await using var site = await TestSite.StartAsync();

        foreach (var content in new[] { RawForm.Pairs(form), RawForm.Parts(form) })
        {
            var (status, json) = await site.PostForJsonAsync("/write", content);

            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Equal([field], json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        }
    }

    [Theory]
    [InlineData("draft=!!!")]
    [InlineData("draft=%00%00")]
    [InlineData("draft=AAAA")]
    [InlineData("kept=!!!&remove=%FF")]
    [InlineData("nonce=%ED%A0%80")]
    [InlineData("about=nobody&about=nobody&about=teacher")]
    public async Task Write_HiddenFieldsSpoilt_TakeNoLetterAway(string spoilt)
    {
        await using var site = await TestSite.StartAsync();

        var form = "text=%D0%9A%D0%B0%D1%82&" + spoilt;
        foreach (var content in new[] { RawForm.Pairs(form), RawForm.Parts(form) })
        {
            var answer = await site.PostAsync("/write", content);

            var page = await answer.PageAsync();
            Assert.True(page.GetElementById("receipt") is not null || page.QuerySelector("textarea")!.TextContent == "Кат");
            Assert.True((int)answer.StatusCode < 500);
        }
    }

    private static async Task<string> LetterPathAsync(StaffClient staff) => (await staff.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!;
}
