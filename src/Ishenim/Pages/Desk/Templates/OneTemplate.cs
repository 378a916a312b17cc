using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Templates;

namespace Ishenim.Pages.Desk.Templates;

/// <summary>A template that a school has: its own, or one that came with the program.</summary>
public sealed record OneTemplate
{
    /// <summary>The school's own row; null: the text is the program's.</summary>
    public required AnswerTemplate? Own { get; init; }

    public required BuiltIn? BuiltIn { get; init; }

    public required Subject? Subject { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>What a list sends back for it.</summary>
    public string Key => Own is { } own ? own.Id.ToString() : $"{BuiltIn}";

    /// <summary>Where it is changed.</summary>
    public string Path => Own is { } own ? $"/desk/templates/edit?id={own.Id}" : $"/desk/templates/edit?builtin={BuiltIn}&in={Language}";

    public bool Fits(Subject subject, string language) => Language == language && (Subject is null || Subject == subject);
}
