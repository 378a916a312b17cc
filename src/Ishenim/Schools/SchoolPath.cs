using Ishenim.Components;
using Ishenim.Core.Schools;
using Ishenim.Pages.Public;

namespace Ishenim.Schools;

/// <summary>
/// Finds the school of a request: <c>/s/SLUG/…</c>, else the installation's first. The prefix moves into the path base,
/// so that every page and link works the same under both.
/// </summary>
internal sealed class SchoolPath(RequestDelegate next, SchoolFinder schools)
{
    public async Task InvokeAsync(HttpContext context, CurrentSchool current, PageFrame frame)
    {
        var (slug, inside) = Split(context.Request.Path);
        var school = await FindAsync(slug);
        if (school is null && slug is not null)
        {
            frame.Demo = await FindAsync(null) is { Demo: true };
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (slug is not null)
            (context.Request.PathBase, context.Request.Path) = (context.Request.PathBase + $"/s/{slug}", inside);
        if (school is not null)
        {
            current.School = school;
            frame.Demo = school.Demo;
            // The path as it is written here, and no other: a page that is not named cannot be framed.
            frame.Site = WritersModule.Pages.Contains(context.Request.Path.Value) ? school.Settings.SiteOrigin : null;
        }
        await next(context);
    }

    private static (string? Slug, PathString Inside) Split(PathString path)
    {
        if (!path.StartsWithSegments("/s", StringComparison.Ordinal, out var rest) || rest.Value is not { Length: > 1 } text)
            return (null, path);
        var end = text.IndexOf('/', 1);
        return end < 0 ? (text[1..], "/") : (text[1..end], text[end..]);
    }

    private Task<School?> FindAsync(string? slug) => slug is null ? schools.FirstAsync() : schools.NamedAsync(slug);
}
