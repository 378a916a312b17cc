using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Templates;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Templates;

/// <summary>A template, as typed.</summary>
public sealed class TemplateFields
{
    public string? Title { get; set; }

    public string? Language { get; set; }

    /// <summary>Null: every subject.</summary>
    public Subject? Subject { get; set; }

    public string? Text { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public TemplateInput? Read(ModelStateDictionary state, Say say)
    {
        (Title, Text) = (OneLine.Of(Title), PlainText.Of(Text).Trim());
        state.FitsIn("template.title", Title, AnswerTemplate.TitleLength, say);
        if (state.FitsIn("template.text", Text, AnswerTemplate.TextLength, say) && Placeholders.Unknown(Text) is { } found)
            state.AddModelError("template.text", say["template.text.unknown", ("found", found), ("known", Known(say.Language))]);
        if (Language is null || !WordBook.Languages.Contains(Language))
            state.AddModelError("template.language", say["form.missing"]);
        if (Subject is { } subject && !Enum.IsDefined(subject))
            state.AddModelError("template.subject", say["form.missing"]);
        return !state.IsValid ? null : new TemplateInput { Subject = Subject, Language = Language!, Title = Title, Text = Text };
    }

    public static TemplateFields Of(OneTemplate template) =>
        new() { Title = template.Title, Language = template.Language, Subject = template.Subject, Text = template.Text };

    private static string Known(string language) => string.Join(", ", Enum.GetValues<Placeholder>().Select(one => one.In(language)));
}
