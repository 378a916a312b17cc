namespace Ishenim.Papers;

internal static class PapersModule
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services.AddSingleton<PaperGiving>();
}
