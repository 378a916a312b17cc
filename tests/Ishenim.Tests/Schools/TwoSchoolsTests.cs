using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Schools;

/// <summary>Two schools in one site: what is known of one opens nothing at the other, under either's address.</summary>
public sealed class TwoSchoolsTests
{
    [Theory]
    [InlineData("one", "two")]
    [InlineData("two", "one")]
    public async Task Get_IdsOfTheOtherSchool_AreNotThere(string mine, string other)
    {
        await using var schools = await TwoSchools.StartAsync();
        using var client = await schools.SignInAsync(mine);
        using var stranger = await schools.SignInAsync(other);

        foreach (var path in schools.PathsTo(other))
        {
            // They are there for whom they are for: else nothing would be shown here.
            await stranger.GetAsync(TwoSchools.Root(other) + path);
            Assert.Equal((path, HttpStatusCode.OK), (path, stranger.Status));

            await client.GetAsync(TwoSchools.Root(mine) + path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, client.Status));
            await client.GetAsync(TwoSchools.Root(other) + path);
            Assert.StartsWith(TwoSchools.Root(other) + "/desk/login", client.Path, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("one", "two")]
    [InlineData("two", "one")]
    public async Task Get_SessionCopiedToTheOtherSchool_IsNothingThere(string mine, string other)
    {
        await using var schools = await TwoSchools.StartAsync();
        using var client = await schools.SignInAsync(mine);
        var cookie = client.Cookies.GetCookies(new Uri(schools.Site.Address + TwoSchools.Root(mine) + "/desk"))["desk"]!.Value;

        foreach (var path in schools.PathsTo(other).Concat(schools.PathsTo(mine)).Append("/desk").Append("/desk/journal"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(TwoSchools.Root(other) + path, UriKind.Relative));
            request.Headers.Add("Cookie", "desk=" + cookie);
            using var answer = await schools.Site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Contains(TwoSchools.Root(other) + "/desk/login", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_IdsOfTheOtherSchool_ChangeNothing()
    {
        await using var schools = await TwoSchools.StartAsync();
        using var client = await schools.SignInAsync("one");
        var (letter, person) = (schools.Letter("two"), schools.Two.Chair.Id);
        var before = await schools.StateOfTwoAsync();

        // A person may have left while the form was open: then what was typed is kept, with a line that says so.
        foreach (var (page, form, action, status) in new[]
        {
            ($"/desk/appeals/{schools.Letter("one")}", "form[action*=takeup]", $"/desk/appeals/{letter}?handler=takeup", HttpStatusCode.NotFound),
            ($"/desk/appeals/{schools.Letter("one")}", "form[action*=answer]", $"/desk/appeals/{letter}?handler=answer", HttpStatusCode.NotFound),
            ($"/desk/appeals/{schools.Letter("one")}", "form[action*=note]", $"/desk/appeals/{letter}?handler=note", HttpStatusCode.NotFound),
            ($"/desk/appeals/{schools.Letter("one")}/stepback", "form[action$=stepback]", $"/desk/appeals/{letter}/stepback", HttpStatusCode.NotFound),
            ($"/desk/people/{schools.One.Chair.Id}", "[data-person]", $"/desk/people/{person}", HttpStatusCode.Conflict),
            ($"/desk/people/{schools.One.Director.Id}/hand-over", "[data-hand-over]", $"/desk/people/{person}/hand-over", HttpStatusCode.NotFound),
            ($"/desk/people/{schools.One.Director.Id}/hand-over", "[data-hand-over]", $"/desk/people/{person}/confirm", HttpStatusCode.NotFound),
        })
        {
            var shown = await client.GetAsync(page);
            shown.QuerySelector<IHtmlFormElement>(form)!.SetAttribute("action", action);
            await client.SubmitAsync(shown, $"form[action='{action}']", ("answer", "Бөтөн жооп"), ("note", "Бөтөн белги"), ("person.name", "Бөтөн Ат"));
            Assert.Equal((action, status), (action, client.Status));
        }

        Assert.Equal(before, await schools.StateOfTwoAsync());
    }

    [Theory]
    [InlineData("one", "two")]
    [InlineData("two", "one")]
    public async Task Lists_OfOneSchool_NameNothingOfTheOther(string mine, string other)
    {
        await using var schools = await TwoSchools.StartAsync();
        using (var stranger = await schools.SignInAsync(other))
            await stranger.GetAsync(TwoSchools.Root(other) + $"/desk/appeals/{schools.Letter(other)}");
        using var client = await schools.SignInAsync(mine);
        await client.GetAsync(TwoSchools.Root(mine) + $"/desk/appeals/{schools.Letter(mine)}");

        var told = "";
        foreach (var path in new[] { "/desk", "/desk/appeals", "/desk/people", "/desk/journal" })
            told += (await client.GetAsync(TwoSchools.Root(mine) + path)).DocumentElement.OuterHtml;

        Assert.Contains(schools.Letter(mine), told, StringComparison.Ordinal);
        Assert.Contains(TwoSchools.NameAt(mine), told, StringComparison.Ordinal);
        Assert.DoesNotContain(schools.Letter(other), told, StringComparison.Ordinal);
        Assert.DoesNotContain(TwoSchools.NameAt(other), told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one", "two")]
    [InlineData("two", "one")]
    public async Task Answer_CodeOrFileOfTheOtherSchool_IsUnknown(string mine, string other)
    {
        await using var schools = await TwoSchools.StartAsync();
        var code = schools.Code(mine);

        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(schools, mine, ("code", code), ("file", schools.File(mine))));
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(schools, mine, ("code", code), ("file", schools.File(other))));
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(schools, other, ("code", code)));
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(schools, other, ("code", code), ("file", schools.File(mine))));
    }

    private static async Task<HttpStatusCode> AnswerAsync(TwoSchools schools, string at, params (string, string)[] fields)
    {
        using var answer = await schools.Site.PostAsync(TwoSchools.Root(at) + "/answer", TestForm.Pairs(fields));
        return answer.StatusCode;
    }
}
