using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals.Templates;

/// <summary>Only the responsible person and the director change the templates.</summary>
public sealed class OnlyTemplateKeepers : Refusal;

/// <summary>There are so many that nobody would find one.</summary>
public sealed class TooManyTemplates : Refusal
{
    internal TooManyTemplates() => Fill = [("n", AnswerTemplates.Most)];
}

/// <summary>Somebody put another text in the place of this built-in one already.</summary>
public sealed class TemplateReplacedAlready : Refusal;

/// <summary>The template was taken away meanwhile.</summary>
public sealed class TemplateIsGone : Refusal;

public static class TemplateRights
{
    public static bool KeepsTemplates(this Actor actor) => actor.Is(Role.Responsible) || actor.Is(Role.Director);

    internal static void RequireTemplateKeeper(this Actor actor)
    {
        if (!actor.KeepsTemplates())
            throw new OnlyTemplateKeepers();
    }
}
