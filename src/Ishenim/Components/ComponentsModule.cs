namespace Ishenim.Components;

public static class ComponentsModule
{
    /// <summary>What the layouts and components of the pages need; beside it, <c>AddWords</c>.</summary>
    public static IServiceCollection AddComponents(this IServiceCollection services) => services
        .AddSingleton(new Assets())
        .AddScoped<Nonce>()
        .AddScoped<PageFrame>();

    /// <summary>Serves the desk's stylesheet, at an address that changes with its content.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        var assets = routes.ServiceProvider.GetRequiredService<Assets>();
        routes.MapGet(assets.DeskStylePath, async context =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.ContentType = "text/css; charset=utf-8";
            context.Response.ContentLength = assets.DeskStyle.Length;
            await context.Response.Body.WriteAsync(assets.DeskStyle);
        }).AllowAnonymous();
    }
}
