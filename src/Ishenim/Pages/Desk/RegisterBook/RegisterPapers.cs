using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Printing;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Papers;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.RegisterBook;

/// <summary>The register of letters on paper, as the one who asks may see it. Scoped.</summary>
public sealed class RegisterPapers(DeskView desk, RegisterPrinting printing, IshenimDb db, WordBook words, PaperGiving giving)
{
    /// <summary>A short content: the letter itself is in its file.</summary>
    private const int SummaryCharacters = 300;

    private readonly Say _say = words.In(desk.School.OfficialLanguage);

    public async Task<IActionResult> GiveAsync(HttpContext context, RegisterPrint print, string ending)
    {
        if (ending is not ("html" or "pdf" or "docx" or "xlsx"))
            return new NotFoundResult();
        var name = print.Year is { } year ? $"register-{year}" : "register";
        return await giving.GiveAsync(context, AppealsRegisterForm.Of(await PaperAsync(print)), name, ending);
    }

    public async Task<AppealsRegisterPaper> PaperAsync(RegisterPrint print)
    {
        var language = PaperLanguages.Of(desk.School.Language);
        var me = await db.Set<Person>().AsNoTracking().SingleAsync(person => person.Id == desk.Actor.Person);
        var (register, names) = (await printing.PrintAsync(desk.Actor, print), await desk.NamesAsync());
        return new AppealsRegisterPaper
        {
            Language = language, School = desk.School.Name.OnPaper(language), Year = print.Year?.ToString(),
            Selected = print.Filter != new RegisterFilter(), Content = print.Content, PrintedOn = desk.Actor.Today, PrintedBy = new PaperPerson(me.Name, me.Post),
            Rows = [.. register.Lines.Select(line => Row(line, names))], Fingerprint = register.Fingerprint.ToString(),
        };
    }

    private AppealsRegisterRow Row(RegisterLine line, IReadOnlyDictionary<PersonId, string> names) =>
        new(line.Row.Number, line.Row.Facts is { } facts ? Facts(facts) : null, line.Summary is { } summary ? Content(summary, names) : null);

    private AppealsRegisterFacts Facts(AppealFacts facts) => new()
    {
        Received = facts.ReceivedOn, Registered = facts.RegisteredOn, Channel = _say.Of(facts.Channel), Kind = _say.Of(facts.Kind),
        Writer = facts.Signed ? _say["register.signed.short"] : _say["register.anonymous.short"], Group = _say.Of(facts.Group), Subject = _say.Of(facts.Subject),
        Due = facts.DueOn, ExtendedTo = facts.TermSetTo ?? (facts.TermStood > 0 ? facts.DueOn : null), Answered = facts.AnsweredOn,
        Outcome = facts.Outcome is { } outcome ? _say.Of(outcome) : facts.State == AppealState.Cancelled ? _say.Of(facts.State) : "",
    };

    private AppealsRegisterContent Content(LetterSummary summary, IReadOnlyDictionary<PersonId, string> names) => new(
        Short(summary.Text), summary.Extension ?? "",
        string.Join("; ", summary.Measures.Select(measure => $"{Say.ShortDate(measure.TakenOn)}: {_say.Of(measure.Kind)} — {measure.Text}")),
        string.Join("; ", summary.Forwarded.Select(one => $"{one.Body ?? desk.NameIn(names, one.Person)}, {Say.ShortDate(one.Day)}")));

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= SummaryCharacters ? line : line[..(SummaryCharacters - (char.IsHighSurrogate(line[SummaryCharacters - 1]) ? 1 : 0))] + "…";
    }
}
