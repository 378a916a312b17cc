using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Templates;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Words;

namespace Ishenim.Pages.Desk.Templates;

/// <summary>All templates of the school: the program's, and the school's own beside them or in their place. Scoped.</summary>
public sealed class TemplateBook(AnswerTemplates templates, WordBook words, DeskView desk)
{
    /// <summary>The school's own first, then the program's in their order.</summary>
    public async Task<IReadOnlyList<OneTemplate>> AllAsync()
    {
        var own = (await templates.ListAsync(desk.Actor)).Select(Of).ToList();
        var builtIn = WordBook.Languages.SelectMany(language => Enum.GetValues<BuiltIn>().Select(one => Of(one, language)));
        return [.. own, .. builtIn.Where(one => !own.Exists(other => other.BuiltIn == one.BuiltIn && other.Language == one.Language))];
    }

    /// <summary>Those for a letter's subject and language; the ones for its very subject first.</summary>
    public async Task<IReadOnlyList<OneTemplate>> ForAsync(OpenLetter letter) =>
        [.. (await AllAsync()).Where(one => one.Fits(letter.Facts.Subject, letter.Language)).OrderBy(one => one.Subject is null)];

    /// <summary>The text with what the writer knows filled in, said in the template's language.</summary>
    public string Filled(OneTemplate template, AppealFacts facts)
    {
        var say = words.In(template.Language);
        return Placeholders.Fill(template.Text, placeholder => placeholder switch
        {
            Placeholder.Number => facts.Number,
            Placeholder.Date => say.Date(facts.ReceivedOn),
            Placeholder.Deadline => say.Date(facts.DueOn),
            Placeholder.School => desk.School.Name.In(template.Language),
            _ => throw new ArgumentOutOfRangeException(nameof(placeholder)),
        });
    }

    /// <summary>The program's wording.</summary>
    public OneTemplate Of(BuiltIn template, string language)
    {
        var (say, name) = (words.In(language), NameOf(template));
        return new OneTemplate
        {
            Own = null, BuiltIn = template, Subject = template.Subject(), Language = language,
            Title = say["builtin." + name + ".title"], Text = say["builtin." + name + ".text", ("school", Placeholder.School.In(language)),
                ("number", Placeholder.Number.In(language)), ("date", Placeholder.Date.In(language)), ("deadline", Placeholder.Deadline.In(language))],
        };
    }

    public static OneTemplate Of(AnswerTemplate own) => new()
    {
        Own = own, BuiltIn = own.Replaces, Subject = own.Subject, Language = own.Language, Title = own.Title, Text = own.Text,
    };

    private static string NameOf(BuiltIn template) => template switch
    {
        BuiltIn.Received => "received",
        BuiltIn.MeasuresTaken => "measures",
        BuiltIn.Explained => "explained",
        BuiltIn.NotOurCompetence => "notours",
        BuiltIn.NotConfirmed => "notconfirmed",
        BuiltIn.MoreDetails => "details",
        BuiltIn.Money => "money",
        BuiltIn.Safety => "safety",
        BuiltIn.Proposal => "proposal",
        _ => throw new ArgumentOutOfRangeException(nameof(template)),
    };
}
