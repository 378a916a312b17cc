using Ishenim.Core.Schools;
using Ishenim.Settings;

namespace Ishenim.Commands;

/// <summary>The one-time links that set schools up, for the console.</summary>
internal static class SetUpLinks
{
    /// <summary>
    /// At each start: a first school where there is none, and a new link while it is not set up; the one before dies.
    /// </summary>
    public static async Task<string?> OfFirstSchoolAsync(SchoolFinder schools, SchoolFounding founding, string root)
    {
        var first = await schools.FirstAsync() ?? await founding.AddAsync(SchoolFounding.FirstSlug, null);
        return first.OpenedOn is null ? await NewAsync(founding, first, root) : null;
    }

    /// <summary>Null if the school is set up already.</summary>
    public static async Task<string?> NewAsync(SchoolFounding founding, School school, string root) =>
        await founding.SetUpTokenAsync(school) is { } token ? Address(school, root, $"/desk/welcome/{token}") : null;

    public static string Address(School school, string root, string path) => root.TrimEnd('/') + (school.Place == 1 ? "" : $"/s/{school.Slug}") + path;

    /// <summary>Where people reach the site, as far as the settings tell.</summary>
    public static string Root(ServerSettings settings) => settings.PublicUrl?.GetLeftPart(UriPartial.Authority)
        ?? $"{(settings.IsHttps ? "https" : "http")}://{settings.Listen}:{settings.Port}";
}
