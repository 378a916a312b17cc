using System.Net;
using System.Text;
using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Public;

/// <summary>The fields of POST /write, as sites and scripts send them.</summary>
public sealed class WriteContractTests
{
    [Fact]
    public async Task Post_EveryField_StandsInTheLetter()
    {
        await using var site = await TestSite.StartAsync();

        await site.SendAsync(
            ("text", "Мугалим акча чогултуп жатат."), ("kind", "complaint"), ("subject", "corruption"), ("writer", "parent"),
            ("signed", "true"), ("name", "Бактыгүл"), ("contact", "+7 (912) 345-67-89"), ("about", "teacher"), ("about", "nobody"), ("urgent", "true"));

        await using var db = site.Database.Open(site.School.Id);
        var facts = (await db.Set<Appeal>().AsNoTracking().SingleAsync()).Facts!;
        Assert.Equal(
            (Kind.Complaint, Subject.Corruption, WriterGroup.Parent, Channel.Web, true, true),
            (facts.Kind, facts.Subject, facts.Group, facts.Channel, facts.Signed, facts.Urgent));
    }

    [Theory]
    [InlineData("director", "chair")]
    [InlineData("responsible", "director chair")]
    [InlineData("chair", "responsible director")]
    [InlineData("teacher", "responsible director")]
    [InlineData("nobody", "responsible director")]
    public async Task Post_About_IsNeverGrantedToThem(string about, string readers)
    {
        await using var site = await TestSite.StartAsync();

        await site.SendAsync(("text", "Кат"), ("about", about));

        var (school, writers) = (site.School, readers.Split(' '));
        await using var db = site.Database.Open(school.Id);
        var appeal = await db.Set<Appeal>().AsNoTracking().SingleAsync();
        var holders = await db.Set<Grant>().Where(grant => grant.Recipient != appeal.Id.Value).Select(grant => grant.Recipient).Distinct().ToListAsync();
        var expected = new[] { ("responsible", school.Responsible), ("director", school.Director), ("chair", school.Chair) }
            .Where(one => writers.Contains(one.Item1)).Select(one => one.Item2.Id.Value);
        Assert.Equal(expected.Order(), holders.Order());
    }

    [Fact]
    public async Task Post_AboutEverybody_IsRefusedWithWhereToTurn()
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.PostAsync("/write", TestForm.Pairs(("text", "Баары жөнүндө"), ("about", "director"), ("about", "chair")));

        var page = await answer.PageAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("111", page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Баары жөнүндө", page.QuerySelector("textarea")!.TextContent);
        await using var db = site.Database.Open(site.School.Id);
        Assert.False(await db.Set<Appeal>().AnyAsync());
    }

    [Theory]
    [InlineData("kind", "poem")]
    [InlineData("subject", "weather")]
    [InlineData("writer", "director")]
    [InlineData("about", "minister")]
    [InlineData("urgent", "perhaps")]
    [InlineData("signed", "yes")]
    public async Task Post_UnknownValue_IsToldBesideItsField(string field, string value)
    {
        await using var site = await TestSite.StartAsync();

        var (status, json) = await site.PostForJsonAsync("/write", TestForm.Parts(("text", "Кат"), (field, value)));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([field], json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Theory]
    [InlineData("", "", "", "name contact")]
    [InlineData("Айнура", "", "", "contact")]
    [InlineData("Айнура", "акем билет", "", "contact")]
    [InlineData("", "0555 010203", "", "name")]
    [InlineData("Айнура", "0555 010203", "", "")]
    [InlineData("Айнура", "a@b.kg", "", "")]
    [InlineData("Айнура", "", "through", "")]
    public async Task Post_Signed_WantsNameAndContact(string name, string contact, string reach, string wrong)
    {
        await using var site = await TestSite.StartAsync();

        var (status, json) = await site.PostForJsonAsync("/write", TestForm.Pairs(
            ("text", "Кат"), ("signed", "true"), ("name", name), ("contact", contact), ("reach", reach)));

        Assert.Equal(wrong.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.BadRequest, status);
        Assert.Equal(wrong, json.TryGetProperty("errors", out var errors) ? string.Join(' ', errors.EnumerateObject().Select(error => error.Name)) : "");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\0\0")]
    public async Task Post_TextEmpty_Is400(string text)
    {
        await using var site = await TestSite.StartAsync();

        var (status, json) = await site.PostForJsonAsync("/write", TestForm.Parts(("text", text)));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty("text", out _));
    }

    [Theory]
    [InlineData(20_000, true)]
    [InlineData(20_003, false)]
    [InlineData(200_003, false)]
    public async Task Post_LongText_SaysHowMuchTooLongAndKeepsIt(int characters, bool taken)
    {
        await using var site = await TestSite.StartAsync();
        // 😀 is one character to a reader and two to .NET; the line end two bytes more on the wire.
        var text = "😀\r\n" + new string('ү', characters - 2);

        var answer = await site.PostAsync("/write", TestForm.Parts(("text", text)));

        var page = await answer.PageAsync();
        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
        if (taken)
            return;
        Assert.Contains($": {characters - 20_000}.", page.QuerySelector("#text-error")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("😀\nүүү", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_BytesThatAreNoUtf8_Is400BesideText()
    {
        await using var site = await TestSite.StartAsync();
        var form = new MultipartFormDataContent { { new ByteArrayContent([0xCA, 0xE0, 0xF2]), "text" } };

        var (status, json) = await site.PostForJsonAsync("/write", form);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty("text", out _));
    }

    [Fact]
    public async Task Post_TextTwice_SameIsTakenDifferentIsAsked()
    {
        await using var site = await TestSite.StartAsync();

        var (same, _) = await site.PostForJsonAsync("/write", TestForm.Pairs(("text", "Кат"), ("text", "Кат")));
        var (different, json) = await site.PostForJsonAsync("/write", TestForm.Pairs(("text", "Кат"), ("text", "Башка кат")));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (same, different));
        Assert.True(json.GetProperty("errors").TryGetProperty("text", out _));
    }

    [Fact]
    public async Task Post_FromASchoolsOwnSite_WorksAndStillSetsNoCookie()
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/s/one/write", UriKind.Relative)) { Content = TestForm.Pairs(("text", "Сайттан")) };
        request.Headers.Add("Origin", "https://school.example");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        var answer = await site.Client.SendAsync(request);

        Assert.NotNull((await answer.PageAsync()).GetElementById("receipt"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/s/nowhere/write")]
    [InlineData("/s/nowhere/answer")]
    [InlineData("/s/nowhere/")]
    public async Task AnyPage_UnknownSchool_Is404(string path)
    {
        await using var site = await TestSite.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.PostAsync(path, TestForm.Pairs(("text", "Кат")))).StatusCode);
    }

    [Fact]
    public async Task Post_NoForm_AsksForText()
    {
        await using var site = await TestSite.StartAsync();

        var (status, json) = await site.PostForJsonAsync("/write", new StringContent("{\"text\":\"Кат\"}", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty("text", out _));
    }

    [Fact]
    public async Task Post_SchoolNotOpen_IsRefusedAndTextKept()
    {
        await using var site = await TestSite.StartAsync();
        await using (var db = site.Database.Gate.OpenInstallation())
            await db.Set<Core.Schools.School>().ExecuteUpdateAsync(set => set.SetProperty(school => school.OpenedOn, (DateOnly?)null));

        var answer = await site.PostAsync("/write", TestForm.Pairs(("text", "Кат")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Кат", (await answer.PageAsync()).QuerySelector("textarea")!.TextContent);
        Assert.Null((await (await site.Client.GetAsync(new Uri("/write", UriKind.Relative))).PageAsync()).QuerySelector("textarea"));
    }
}
