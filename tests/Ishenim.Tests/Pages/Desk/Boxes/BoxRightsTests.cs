using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ishenim.Core.Boxes;
using Ishenim.Core.Journal;
using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Boxes;

/// <summary>Each form of the box, posted with a good token by those who may not, and with ids of another school.</summary>
public sealed class BoxRightsTests
{
    private static readonly byte[] Photo = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", "texts.png"));

    [Theory]
    [InlineData("Director", "keeper")]
    [InlineData("Chair", "printer")]
    [InlineData("Member", "printer")]
    [InlineData("Executor")]
    [InlineData("Administrator")]
    public async Task Post_WhoMayNot_ChangesNothing(string who, params string[] may)
    {
        await using var site = await TestSite.StartAsync();
        var box = await FilledBox.FillAsync(site.School);
        using var person = await PosterAsync(site, await PersonAsync(site.School, who));
        var before = await StateAsync(site.School);

        foreach (var (path, right) in Forms(box).Where(form => !may.Contains(form.Right)))
        {
            var answer = await person.PostAsync(path);
            Assert.True(answer is "to /desk/denied" or "only others may", $"{path} by {who} ({right}): {answer}");
        }

        Assert.Equal(before, await StateAsync(site.School));
    }

    [Fact]
    public async Task Any_IdsOfAnotherSchool_AreNotThere()
    {
        await using var site = await TestSite.StartAsync();
        await FilledBox.FillAsync(site.School);
        var two = await TestSchool.OpenAsync(site.Database, "two", place: 2);
        var other = await FilledBox.FillAsync(two);
        using var person = await PosterAsync(site, site.School.Responsible);
        var before = await StateAsync(two);

        foreach (var path in new[]
        {
            $"/desk/boxes/{other.Box}", $"/desk/boxes/keys/{other.Custody}/paper.html", $"/desk/openings/files/{other.File}", $"/desk/openings/{other.Open}",
            $"/desk/openings/{other.Finished}/act.html", $"/desk/openings/{other.Open}/letter", $"/desk/appeals/{other.Answered}/notice.html",
        })
            Assert.Equal((path, "404"), (path, await person.GetAsync(path)));
        foreach (var (path, _) in Forms(other).Where(form => form.Path.Contains('-', StringComparison.Ordinal)))
            Assert.Equal((path, "404"), (path, await person.PostAsync(path)));

        Assert.Equal(before, await StateAsync(two));
    }

    /// <summary>Every form of these pages, and which right it asks for.</summary>
    private static IEnumerable<(string Path, string Right)> Forms(FilledBox box)
    {
        foreach (var handler in new[] { "Box", "Order" })
            yield return ($"/desk/boxes?handler={handler}", "keeper");
        foreach (var handler in new[] { "", "?handler=Key", "?handler=Photo", "?handler=Down" })
            yield return ($"/desk/boxes/{box.Box}{handler}", "keeper");
        yield return ("/desk/openings/new", "opener");
        foreach (var handler in new[] { "Count", "Aside", "TakeBack", "Finish", "Drop", "Photo" })
            yield return ($"/desk/openings/{box.Open}?handler={handler}", "opener");
        foreach (var handler in new[] { "Correct", "Scan" })
            yield return ($"/desk/openings/{box.Finished}?handler={handler}", "opener");
        yield return ($"/desk/openings/{box.Open}/letter", "opener");
        yield return ("/desk/paper", "opener");
        foreach (var handler in new[] { "Print", "Pdf", "Void" })
            yield return ($"/desk/slips?handler={handler}", "printer");
    }

    private static async Task<TestPerson> PersonAsync(TestSchool school, string who) => who switch
    {
        "Director" => school.Director,
        "Chair" => school.Chair,
        _ => await school.AddAsync("Асан Усенов", Position.Other, Enum.Parse<Role>(who)),
    };

    /// <summary>All that these forms could have changed.</summary>
    private static async Task<string> StateAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        var lines = await db.Set<JournalLine>().CountAsync(line => line.Verb != JournalVerb.SignedIn);
        var boxes = await db.Set<Box>().OrderBy(box => box.Number).Select(box => $"{box.Place} {box.Seal} {box.Version}").ToListAsync();
        var openings = await db.Set<Opening>().OrderBy(opening => opening.Id).Select(opening => $"{opening.Id} {opening.Version}").ToListAsync();
        return $"{lines} {string.Join(", ", boxes)} {string.Join(", ", openings)} {await db.Set<OpeningItem>().CountAsync()} {await db.Set<BoxFile>().CountAsync()} "
            + $"{await db.Set<Slip>().CountAsync()} {await db.Set<FrozenForm>().CountAsync()} {await db.Set<OpeningInterval>().CountAsync()} {await db.Set<KeyCustody>().CountAsync()}";
    }

    private static async Task<Poster> PosterAsync(TestSite site, TestPerson person)
    {
        using var client = await StaffClient.SignInAsync(site, person);
        var page = await client.GetAsync("/desk/account");
        var token = page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        return new Poster(site.Address, client.Cookies, token);
    }

    /// <summary>Posts whatever any of the forms wants, whether or not a page offers it.</summary>
    private sealed class Poster(string address, CookieContainer cookies, string token) : IDisposable
    {
        private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(address) };

        public async Task<string> GetAsync(string path)
        {
            using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
            return await SaidAsync(answer);
        }

        public async Task<string> PostAsync(string path)
        {
            using var content = new MultipartFormDataContent();
            foreach (var (name, value) in new[]
            {
                ("__RequestVerificationToken", token), ("box.place", "Бөтөн жер"), ("box.seal", "П-9"), ("from", "2026-09-15"), ("order.number", "7"), ("order.from", "2026-09-15"),
                ("order.days", "90"), ("key.day", "2026-09-15"), ("key.count", "1"), ("key.to", $"{Guid.NewGuid()}"), ("last", "2026-09-15"), ("letters", "9"), ("sheets", "9"),
                ("reason", "Joke"), ("asideSheets", "1"), ("entry", $"{Guid.NewGuid()}"), ("sealAfter", "П-9"), ("text", "Бөтөн сөз"), ("number", $"{SlipNumber.New()}"), ("count", "1"),
                ("language", "ky"), ("perpage", "1"), ("version", "1"), ("opening.state", "whole"), ("opening.facing", "nothing"), ("opening.day", "2026-09-15"), ("opening.time", "09:00"),
            })
                content.Add(new StringContent(value), name);
            foreach (var field in new[] { "photo", "scan" })
                content.Add(new ByteArrayContent(Photo), field, "сүрөт.png");
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
            request.Headers.Add("Origin", _http.BaseAddress!.GetLeftPart(UriPartial.Authority));
            using var answer = await _http.SendAsync(request);
            return await SaidAsync(answer);
        }

        public void Dispose() => _http.Dispose();

        private static async Task<string> SaidAsync(HttpResponseMessage answer)
        {
            if (answer.Headers.Location is { } to)
                return "to " + (to.IsAbsoluteUri ? to.AbsolutePath : to.OriginalString.Split('?')[0]);
            if (answer.StatusCode != HttpStatusCode.Conflict)
                return $"{(int)answer.StatusCode}";
            // Every refusal of a right says who alone may.
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            var said = page.QuerySelector(".errors")!.TextContent;
            return said.Contains(" гана ", StringComparison.Ordinal) ? "only others may" : said;
        }
    }
}
