using System.Net;
using Ishenim.Core.Staff;

namespace Ishenim.Tests.Pages;

/// <summary>Real requests to every address of routes.txt, by everybody who might ask.</summary>
public sealed class RouteAccessTests
{
    private static readonly string[] Readers = ["Responsible", "Director", "Chair", "Member", "Executor"];

    /// <summary>Those to whom the letter is sealed.</summary>
    private static readonly string[] Holders = ["Responsible", "Director"];

    private static readonly string[] Box = ["Responsible", "Director", "Chair"];

    private static readonly string[] Commission = [.. Box, "Member"];

    [Theory]
    [InlineData("nobody")]
    [InlineData("Responsible")]
    [InlineData("Director")]
    [InlineData("Chair")]
    [InlineData("Member")]
    [InlineData("Executor")]
    [InlineData("Administrator")]
    [InlineData("Responsible without undertaking")]
    public async Task Get_EveryRoute_AnswersAsTheTableSays(string who)
    {
        await using var routes = await FilledRoutes.StartAsync();
        using var client = await ClientAsync(routes, who);
        var wrong = new List<string>();

        foreach (var (pattern, protection) in FilledRoutes.Table())
        {
            using var answer = await client.GetAsync(routes.Address(pattern));
            if (Said(answer) != Expected(pattern, protection, who))
                wrong.Add($"{pattern} for {who}: {Said(answer)} instead of {Expected(pattern, protection, who)}");
        }

        Assert.Empty(wrong);
    }

    /// <summary>Signing out alone asks for none; see its page.</summary>
    [Fact]
    public async Task Post_DeskWithoutToken_IsRefusedEverywhere()
    {
        await using var routes = await FilledRoutes.StartAsync();
        var person = await routes.Site.School.AddAsync("Эсен Баарыбаев", Position.Other, Role.Responsible, Role.Administrator);
        using var client = await routes.SignInAsync(person);
        var table = FilledRoutes.Table().Where(route => route.Pattern.StartsWith("/desk", StringComparison.Ordinal) && route.Pattern != "/desk/logout").ToList();
        Assert.True(table.Count > 20);

        foreach (var (pattern, _) in table)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", "Кат")]);
            using var answer = await client.PostAsync(routes.Address(pattern), form);
            Assert.Equal((pattern, HttpStatusCode.BadRequest), (pattern, answer.StatusCode));
        }
    }

    private static async Task<HttpClient> ClientAsync(FilledRoutes routes, string who)
    {
        if (who == "nobody")
            return routes.Client();
        var school = routes.Site.School;
        var person = who.Split(' ')[0] switch
        {
            "Responsible" => school.Responsible,
            "Director" => school.Director,
            "Chair" => school.Chair,
            var role => await school.AddAsync("Асан Усенов", Position.Other, Enum.Parse<Role>(role)),
        };
        if (who.EndsWith("undertaking", StringComparison.Ordinal))
            await routes.TakeUndertakingAsync(person);
        return await routes.SignInAsync(person);
    }

    private static string Expected(string pattern, string protection, string who) => protection switch
    {
        "everybody" => pattern switch
        {
            "/desk/logout" => "to /desk",
            "/desk/denied" => "403",
            _ => "200",
        },
        _ when who == "nobody" => "to /desk/login",
        "staff" => pattern == "/desk/account/sheet-done" ? "to /desk/account" : "200",
        "staff+readers" when who == "Responsible without undertaking" => "to /desk/undertaking",
        "staff+readers" when !Readers.Contains(who) => "to /desk/denied",
        "staff+readers" when pattern.StartsWith("/desk/slips/receipt", StringComparison.Ordinal) => "to /desk/paper",
        // Nothing was given to any of them.
        "staff+readers" when pattern.StartsWith("/desk/given/", StringComparison.Ordinal) => "404",
        "staff+readers" => (pattern.StartsWith("/desk/appeals/{id", StringComparison.Ordinal) || pattern == "/desk/retention/letters/{id:guid}") && !Holders.Contains(who) ? "404" : "200",
        "staff+keeper" => who is "Responsible" or "Director" ? "200" : who == "Responsible without undertaking" ? "to /desk/undertaking" : "to /desk/denied",
        "staff+box" => Box.Contains(who) ? "200" : who == "Responsible without undertaking" ? "to /desk/undertaking" : "to /desk/denied",
        "staff+commission" when pattern.StartsWith("/desk/commission/letters/", StringComparison.Ordinal) && Commission.Contains(who) => Holders.Contains(who) ? "200" : "404",
        // Of an item that is no letter.
        "staff+commission" when pattern is "/desk/commission/items/{id:guid}/letter" or "/desk/commission/items/{id:guid}/minutes" && Commission.Contains(who) => "404",
        "staff+commission" => Commission.Contains(who) ? "200" : who == "Responsible without undertaking" ? "to /desk/undertaking" : "to /desk/denied",
        "staff+opener" or "staff+box+opener" => who == "Responsible" ? "200" : who == "Responsible without undertaking" ? "to /desk/undertaking" : "to /desk/denied",
        "administrator" => who == "Administrator" ? "200" : who == "Responsible without undertaking" ? "to /desk/undertaking" : "to /desk/denied",
        _ => throw new ArgumentException($"routes.txt says '{protection}': say here what that means.", nameof(protection)),
    };

    private static string Said(HttpResponseMessage answer) => answer.Headers.Location is { } to
        ? "to " + (to.IsAbsoluteUri ? to.AbsolutePath : to.OriginalString.Split('?')[0])
        : $"{(int)answer.StatusCode}";
}
