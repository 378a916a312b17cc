using System.Text.RegularExpressions;
using Ishenim.Sealing;
using Ishenim.Testing;

namespace Ishenim.Bench;

/// <summary>
/// A newcomer's hour without the reading and typing: a fresh clone of what is committed and an empty home, from <c>./run</c> to
/// <c>verify</c>, each step timed by itself. It ends with a fault where a step does not lead to the next. Only by name: it
/// fetches all packages anew.
/// </summary>
internal static class NewcomerBench
{
    private const string Passphrase = "тоо этегинде жети жылкы";
    private const string Answer = "Дүйшөмбүдөн баштап китепкана саат бешке чейин ачык болот.";

    public static async Task<Table> RunAsync(int? _)
    {
        using var place = new TemporaryFolder();
        using var newcomer = new Newcomer(place.Path);
        await newcomer.StepAsync("a clone", newcomer.CloneAsync);
        var link = await newcomer.StepAsync("`./run` until it prints the set-up link (packages fetched, everything built)", newcomer.ServeAsync);
        var invitations = await newcomer.StepAsync("the school set up by the link: three people, three invitations", () => SetUpAsync(newcomer, link));
        var people = await newcomer.StepAsync("the three come in: passphrase, second factor, sheet, undertaking", () => ComeInAsync(newcomer, invitations));
        await newcomer.StepAsync("a letter written, taken up, answered; its writer reads the answer", () => ExchangeAsync(newcomer, people[0]));
        await newcomer.StepAsync("`./run backup`", () => newcomer.RunAsync("backup", "--data", newcomer.Data, newcomer.Backup));
        await newcomer.StepAsync("`./run restore` into an empty folder", () => newcomer.RunAsync("restore", newcomer.Backup, "--data", newcomer.Restored));
        await newcomer.StepAsync("`./run verify` of what was restored", () => newcomer.RunAsync("verify", "--data", newcomer.Restored));
        people.ForEach(person => person.Dispose());
        return new Table("newcomer", newcomer.Steps);
    }

    private static async Task<List<string>> SetUpAsync(Newcomer newcomer, string link)
    {
        using var browser = new FormClient(newcomer.Address);
        var page = await browser.SubmitAsync(await browser.GetAsync(link), "form[action*=welcome]",
            ("school.kyrgyz", "№ 7 орто мектеп"), ("school.kyrgyzGenitive", "№ 7 орто мектептин"), ("school.russian", "средняя школа № 7"),
            ("school.russianGenitive", "средней школы № 7"), ("school.town", "Мисал айылы"), ("school.boxPlace", "А блогу"),
            ("director.name", "Болот Ойлонбаев"), ("director.post", "директор"), ("responsible.name", "Айгүл Үлгүева"), ("responsible.post", "орун басар"),
            ("chair.name", "Жылдыз Мисалиева"), ("chair.post", "ата-эне"), ("administratorIs", "responsible"));
        return page.QuerySelectorAll("[data-link]").Select(invitation => invitation.TextContent.Trim()).ToList();
    }

    private static async Task<List<FormClient>> ComeInAsync(Newcomer newcomer, List<string> invitations)
    {
        var people = new List<FormClient>();
        foreach (var invitation in invitations)
        {
            var person = new FormClient(newcomer.Address);
            people.Add(person);
            var page = await person.GetAsync(invitation);
            var otp = Totp.At(Authenticator.SecretOn(page), TimeProvider.System.GetUtcNow());
            var sheet = await person.SubmitAsync(page, "[data-invitation-form]",
                ("login", $"adam{people.Count}"), ("passphrase.new", Passphrase), ("passphrase.again", Passphrase), ("otp", otp));
            var undertaking = await person.SubmitAsync(sheet, "[data-sheet-done]");
            await person.SubmitAsync(undertaking, "[data-undertaking]", ("agree", "true"));
        }
        return people;
    }

    private static async Task ExchangeAsync(Newcomer newcomer, FormClient responsible)
    {
        using var writer = new FormClient(newcomer.Address);
        var sent = await writer.SubmitAsync(await writer.GetAsync("/write"), "form:has([name=text])",
            ("text", "Китепкананы түштөн кийин да ачып койсоңуздар."), ("about", "nobody"), ("step", "send"));
        var code = string.Concat(sent.QuerySelector("output#receipt")!.TextContent.Where(char.IsAsciiDigit));
        var letter = (await responsible.GetAsync("/desk")).QuerySelectorAll("a[href^='/desk/appeals/']").Select(link => link.GetAttribute("href")!)
            .First(path => Regex.IsMatch(path, "/[0-9a-f-]{36}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var takenUp = await responsible.SubmitAsync(await responsible.GetAsync(letter), "form[action*=takeup]");
        await responsible.SubmitAsync(takenUp, "form[action*=answer]", ("answer", Answer));
        var thread = await writer.SubmitAsync(await writer.GetAsync("/answer"), "form:has([name=code])", ("code", code));
        if (!thread.Body!.TextContent.Contains(Answer, StringComparison.Ordinal))
            throw new InvalidOperationException("The writer does not read the answer.");
    }
}
