using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Ishenim.Core.Appeals;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Demo;

public sealed class DemoTests(RunningDemo demo) : IClassFixture<RunningDemo>
{
    private static readonly string[] Roles = ["administrator", "chair", "director", "executor", "member", "responsible"];

    [Fact]
    public void File_AfterTheStart_HasTheShapeOfTheContract()
    {
        Assert.Equal(["url", "school", "staff", "receipts"], Names(demo.File));
        Assert.Equal(demo.Address, new Uri(RunningDemo.Text(demo.File, "url")));
        Assert.NotEmpty(RunningDemo.Text(demo.File, "school"));
        var staff = demo.File.GetProperty("staff").EnumerateArray().ToList();
        Assert.All(staff, one => Assert.Equal(["role", "name", "login", "passphrase", "otpSecret"], Names(one)));
        Assert.Equal(Roles, staff.Select(one => RunningDemo.Text(one, "role")).Order(StringComparer.Ordinal));
        Assert.All(demo.Receipts, receipt => Assert.Matches("^[0-9]{20}$", receipt));
    }

    [Fact]
    public void Start_Printed_SaysWhatStandsInTheFile()
    {
        var values = demo.File.GetProperty("staff").EnumerateArray().SelectMany(one => one.EnumerateObject().Select(field => field.Value.GetString()!));
        Assert.All(values.Concat(demo.Receipts), value => Assert.Contains(value, demo.Said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_EachOfTheStaff_OpensTheDeskWithTheRoomsOfTheRole()
    {
        Assert.Equal(Roles, demo.Staff.Keys.Order(StringComparer.Ordinal));
        foreach (var (role, client) in demo.Staff)
        {
            await client.GetAsync("/desk");
            Assert.Equal((role, "/desk", HttpStatusCode.OK), (role, client.Path, client.Status));
            await client.GetAsync("/desk/appeals");
            Assert.Equal((role, role == "administrator" ? HttpStatusCode.Forbidden : HttpStatusCode.OK), (role, client.Status));
        }
    }

    [Fact]
    public async Task Commission_HasMetDecidedAndMeetsAgain()
    {
        var chair = demo.Staff["chair"];
        var text = (await chair.GetAsync("/desk/commission")).Body!.TextContent;
        Assert.Contains("Белгиленген", text, StringComparison.Ordinal);
        Assert.Contains("Протоколу даярдалууда", text, StringComparison.Ordinal);
        Assert.Contains("Ашканага жаңы меш коюлсун", (await chair.GetAsync("/desk/commission/decisions")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipts_Each_OpensAThreadOfItsOwn()
    {
        var letters = new List<string>();
        foreach (var receipt in demo.Receipts)
            letters.Add((await ThreadAsync(receipt)).QuerySelector(".thread .text")!.TextContent);

        Assert.Equal(10, letters.Distinct().Count());
    }

    [Fact]
    public async Task Letters_InTheRegister_AreInEveryStateAndOneIsRestricted()
    {
        foreach (var state in Enum.GetValues<AppealState>())
            Assert.NotEmpty((await demo.Staff["responsible"].GetAsync($"/desk/appeals?state={state}")).QuerySelectorAll("table.fold tbody tr"));

        // The letter about the director; the one about the chair is the director's in turn.
        var chairs = await RestrictedAsync("chair");
        var directors = await RestrictedAsync("director");
        Assert.NotEmpty(chairs);
        Assert.NotEmpty(directors);
        Assert.Empty(chairs.Intersect(directors));
    }

    private async Task<string[]> RestrictedAsync(string role) =>
        [.. (await demo.Staff[role].GetAsync("/desk/appeals")).QuerySelectorAll("table.fold tbody th").Select(head => head.TextContent.Trim()).Where(number => number.Contains("-Ч-", StringComparison.Ordinal))];

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/write", 200)]
    [InlineData("/answer", 200)]
    [InlineData("/regulation", 200)]
    [InlineData("/s/demo/write?lang=ru", 200)]
    [InlineData("/desk/login", 200)]
    [InlineData("/desk/recover", 200)]
    [InlineData("/desk/welcome/nothing", 200)]
    [InlineData("/desk/denied", 403)]
    [InlineData("/no-such-page", 404)]
    [InlineData("/desk/no-such-page", 404)]
    [InlineData("/s/no-such-school/", 404)]
    public async Task Banner_PageForEverybody_IsThere(string path, int status)
    {
        using var answer = await demo.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, (int)answer.StatusCode);
        AssertBanner(await answer.PageAsync(), path);
    }

    [Fact]
    public async Task Banner_PagesOfTheDesk_IsThereAlsoOnPaper()
    {
        var client = demo.Staff["responsible"];
        var letter = (await client.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!;
        foreach (var path in new[] { "/desk", "/desk/appeals", letter, letter + "/print", letter + "/stepback", "/desk/people", "/desk/journal", "/desk/account", "/desk/undertaking/print" })
            AssertBanner(await client.GetAsync(path), path);
        AssertBanner(await demo.Staff["administrator"].GetAsync("/desk/settings"), "/desk/settings");
    }

    [Fact]
    public async Task Banner_ThreadAndRefusedForm_IsThere()
    {
        AssertBanner(await ThreadAsync(demo.Receipts.First()), "the thread");
        using var refused = await demo.Client.PostAsync(new Uri("/write", UriKind.Relative), TestForm.Pairs(("text", "")));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        AssertBanner(await refused.PageAsync(), "the refused form");
    }

    [Fact]
    public async Task Serve_DemoForOtherMachines_IsRefusedInOneLine()
    {
        using var empty = new TemporaryFolder();

        await AssertRefusedAsync("serve", "--demo", "--data", empty.Path, "--listen", "0.0.0.0", "--port", "0");
        // A demo's data stay a demo without the word.
        await AssertRefusedAsync("serve", "--data", demo.Folder, "--listen", "0.0.0.0", "--port", "0");
        Assert.False(File.Exists(Path.Combine(empty.Path, "demo.json")));
    }

    private static async Task AssertRefusedAsync(params string[] arguments)
    {
        var (exitCode, said) = await RunningProgram.RunAsync(arguments);
        Assert.Contains("the setting listen takes only a loopback address", said, StringComparison.Ordinal);
        Assert.Equal((2, 1), (exitCode, said.Trim().Split('\n').Length));
    }

    private async Task<IDocument> ThreadAsync(string receipt)
    {
        using var answer = await demo.Client.PostAsync(new Uri("/answer", UriKind.Relative), TestForm.Pairs(("code", receipt)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.PageAsync();
    }

    private static void AssertBanner(IDocument page, string where) =>
        Assert.True(page.QuerySelector("body > p.demo") is { TextContent.Length: > 20 }, $"No banner on {where}.");

    private static IEnumerable<string> Names(JsonElement of) => of.EnumerateObject().Select(field => field.Name);
}
