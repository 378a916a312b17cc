using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages;

/// <summary>
/// Forms of writers are read by the page itself, as a stream: the framework's reader would put large files on the disk
/// in the clear. There is no anti-forgery cookie either: writers never get one, and a form may stand on the school's own site.
/// </summary>
internal static class PublicForms
{
    public static void ReadByThePageItself(PageApplicationModel page)
    {
        page.Filters.Add(new IgnoreAntiforgeryTokenAttribute { Order = 2000 });
        page.Filters.Add(new NoFormBinding());
    }

    private sealed class NoFormBinding : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
            context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
            context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}
