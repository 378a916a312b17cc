using System.IO.Compression;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Pages.Public.Forms;
using Ishenim.Protection;
using Ishenim.Settings;
using Microsoft.AspNetCore.ResponseCompression;

namespace Ishenim.Pages.Public;

internal static class WritersModule
{
    /// <summary>The pages of writers: compressed, and shown in a frame of the school's own site where it has one.</summary>
    public static readonly IReadOnlyList<string?> Pages = ["/", "/write", "/answer", "/regulation", "/board"];

    /// <summary>What the pages of writers need.</summary>
    public static IServiceCollection AddWriters(this IServiceCollection services, ServerSettings settings)
    {
        // Made by hand: the container would give it the queue of sign-ins.
        services.AddSingleton(_ => new CodeStretching());
        services.AddSingleton(provider => new ReceiptPool(settings.CodesAhead, provider.GetRequiredService<CodeStretching>()));
        services.AddSingleton<WriterThread>().AddSingleton<SayingNotHelped>().AddSingleton<FormReader>().AddSingleton<Floods>().AddSingleton<AnswerAddress>();
        services.AddSingleton<Once<Receipt>>().AddSingleton<Once<int>>();
        services.AddScoped<ReaderPosts>().AddScoped<WriterDesk>();
        services.AddHostedService<PoolWarming>().AddHostedService<HourlySweeping>().AddHostedService<DailySweeping>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        return services;
    }

    /// <summary>
    /// Compresses pages that were only asked for. An answer to a post mixes a code with typed text: its compressed length
    /// would tell of both (BREACH, https://www.breachattack.com), so it goes as it is.
    /// </summary>
    public static void UseLightPages(this IApplicationBuilder app) => app.UseWhen(
        context => HttpMethods.IsGet(context.Request.Method) && Pages.Contains(context.Request.Path.Value),
        branch => branch.UseResponseCompression());
}
