using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Archiving;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Pages.Public;
using Ishenim.Papers;
using Ishenim.Sealing;
using Ishenim.Words;

namespace Ishenim.Pages.Desk.Archive;

/// <summary>Letters as papers of the archive, in the school's official language. Scoped.</summary>
public sealed class ArchivedLetters(DeskView desk, WordBook words)
{
    private readonly Say _say = words.In(desk.School.OfficialLanguage);

    public PaperLanguage Language { get; } = PaperLanguages.Of(desk.School.Language);

    /// <param name="archived">The letter.</param>
    /// <param name="fileOf">Where a file of it lies, beside its paper.</param>
    public async Task<ArchivedLetterPaper> PaperAsync(ArchivedLetter archived, Func<OpenFile, string> fileOf)
    {
        var (letter, names) = (archived.Letter, await desk.NamesAsync());
        string By(Core.Staff.PersonId? person) => desk.NameIn(names, person);
        var talk = letter.Parts.Where(part => part.Kind == PartKind.Text).Select(part => new ArchivedPart(
            part.Day, part.Side == AuthorSide.School ? $"{_say["appeal.answer"]}, {By(part.Author)}" : _say["appeal.letter"], part.Text, [.. part.Files.Select(fileOf)]));
        var steps = letter.Steps.Select(step => new ArchivedPart(step.Day, $"{_say.Of(step.Value)}, {By(step.Author)}", $"{step.Value.Body} {step.Value.Reason}".Trim(), []));
        var given = letter.Assignments.Select(one => new ArchivedPart(
            one.Instruction.Day, $"{_say["forwarded.title"]}: {By(one.Row.Person)}", $"{one.Instruction.Value.Text}\n{one.Report?.Value.Text}".Trim(), []));
        var measures = letter.Measures.Select(measure => new ArchivedPart(
            measure.Day, $"{_say["archive.measure"]}: {_say.Of(measure.Value.Kind)}, {measure.Value.By}", $"{measure.Value.Text}\n{measure.Value.Ground}\n{measure.Value.Result}".Trim(), []));
        var ends = letter.Closings.Select(closing => new ArchivedPart(
            closing.Day, $"{_say["register.outcome"]}: {_say.Of(closing.Value.Outcome)}{(closing.Value.Without is { } ground ? $" ({_say.Of(ground)})" : "")}, {By(closing.Author)}", $"{closing.Value.Ground}\n{closing.Value.Lesson}".Trim(), []));
        return new ArchivedLetterPaper
        {
            Language = Language, School = desk.School.Name.OnPaper(Language), Number = letter.Facts.Number, Facts = [.. Facts(archived)],
            Parts = [.. talk.Concat(steps).Concat(given).Concat(measures).Concat(ends).OrderBy(part => part.Day)],
        };
    }

    private IEnumerable<Fact> Facts(ArchivedLetter archived)
    {
        var facts = archived.Letter.Facts;
        yield return new(_say["register.received"], PaperDates.Short(facts.ReceivedOn));
        yield return new(_say["register.registered"], PaperDates.Short(facts.RegisteredOn));
        yield return new(_say["register.channel"], _say.Of(facts.Channel));
        yield return new(_say["register.kind"], _say.Of(facts.Kind));
        yield return new(_say["register.subject"], _say.Of(facts.Subject));
        yield return new(_say["register.writer"], $"{_say.Of(facts.Group)}, {(facts.Signed ? _say["register.signed.short"] : _say["register.anonymous.short"])}");
        foreach (var name in archived.Names)
            yield return new(_say["appeal.name"], $"{name.Name}, {name.Contact}");
        yield return new(_say["register.due"], PaperDates.Short(facts.DueOn));
        if (facts.AnsweredOn is { } answered)
            yield return new(_say["state.answered"], PaperDates.Short(answered));
        if (facts.ClosedOn is { } closed)
            yield return new(_say.Of(facts.State), PaperDates.Short(closed));
    }
}
