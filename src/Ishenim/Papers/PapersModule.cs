using Ishenim.Documents.Pdf;
using Ishenim.Settings;

namespace Ishenim.Papers;

internal static class PapersModule
{
    public static IServiceCollection AddPapers(this IServiceCollection services, ServerSettings settings) => services
        .AddSingleton(new PdfProgram(settings.PdfProgram))
        .AddSingleton<PaperGiving>().AddScoped<Posters>();
}
