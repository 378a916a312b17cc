using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>No page may have a fault that a machine can find, in any language, on a phone or a desk.</summary>
internal static class Axe
{
    /// <summary>
    /// Run in the page itself: the library's own way opens a blank page beside it for each look, gives that the half megabyte
    /// of axe too, and gathers every rule that passed. That is five times slower.
    /// </summary>
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'], preload: false, iframes: false }))
            .violations.map(fault => `${fault.id}: ${fault.help} ${fault.nodes.map(node => node.html).join(' | ')}`)
        """;

    private static readonly string _script = new BundledAxeScriptProvider().GetScript();

    public static async Task IsSatisfiedAsync(IPage page)
    {
        var faults = await FaultsAsync(page);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
            await page.EvaluateAsync(_script);
        var faults = await page.EvaluateAsync<string[]>(Run);
        return [.. faults.Select(fault => $"{page.Url} at {page.ViewportSize!.Width}: {fault}")];
    }

    /// <summary>What is wider than the window.</summary>
    public static async Task<IReadOnlyList<string>> OverflowAsync(IPage page)
    {
        var wide = await page.EvaluateAsync<string[]>("""
            document.documentElement.scrollWidth <= innerWidth ? []
              : [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 120))
            """);
        return [.. wide.Select(one => $"{page.Url} at {page.ViewportSize!.Width}: wider than the window: {one}")];
    }
}
