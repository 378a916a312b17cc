using Ishenim.Core.Appeals.Searching;

namespace Ishenim.Pages.Desk.Search;

internal static class SearchModule
{
    /// <summary>Search in letters.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddSingleton<LetterSearch>();
}
