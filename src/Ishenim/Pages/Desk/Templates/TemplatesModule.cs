using Ishenim.Core.Appeals.Templates;

namespace Ishenim.Pages.Desk.Templates;

internal static class TemplatesModule
{
    /// <summary>Templates of answers, built in and the school's own.</summary>
    public static IServiceCollection AddTemplates(this IServiceCollection services) => services
        .AddSingleton<AnswerTemplates>().AddScoped<TemplateBook>();
}
