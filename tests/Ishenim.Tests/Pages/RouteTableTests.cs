using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ishenim.Tests.Pages;

/// <summary>Every address of the site and who may go there, held against routes.txt: a new page must be added there.</summary>
public sealed class RouteTableTests
{
    [Fact]
    public async Task Routes_All_HaveTheProtectionThatTheTableSays()
    {
        await using var site = await TestSite.StartAsync();

        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(route => $"{Pattern(route)} {Protection(route)}").Distinct().Order(StringComparer.Ordinal).ToList();

        var table = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests", "Ishenim.Tests", "Pages", "routes.txt"));
        Assert.Equal(string.Join('\n', table.Where(line => line.Length > 0)), string.Join('\n', routes));
    }

    private static string Pattern(RouteEndpoint route)
    {
        var pattern = "/" + route.RoutePattern.RawText!.TrimStart('/');
        return pattern.StartsWith("/assets/desk-", StringComparison.Ordinal) ? "/assets/desk-HASH.css" : pattern;
    }

    private static string Protection(RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? "everybody"
        : string.Join('+', route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(rule => rule.Policy ?? "signed-in").Distinct().DefaultIfEmpty("signed-in"));
}
