namespace Ishenim.Pages.Desk.Appeals;

internal static class AppealsModule
{
    /// <summary>What the desk needs to read and answer letters.</summary>
    public static IServiceCollection AddAppeals(this IServiceCollection services) => services;
}
