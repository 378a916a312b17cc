using Ishenim.Components;
using Ishenim.Schools;
using Ishenim.Words;

namespace Ishenim.Protection;

/// <summary>Tells the layouts the school's name in the page's language, once that language is known.</summary>
internal sealed class FrameFilling(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, PageFrame frame, CurrentSchool current, Say say)
    {
        if (current.IsKnown)
            frame.School = current.School.Name.In(say.Language);
        return next(context);
    }
}
