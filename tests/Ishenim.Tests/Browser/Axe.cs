using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>No page may have a fault that a machine can find, in any language, on a phone or a desk.</summary>
internal static class Axe
{
    public static async Task IsSatisfiedAsync(IPage page) => Assert.Equal("", string.Join('\n', await FaultsAsync(page)));

    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var result = await page.RunAxe();
        return [.. result.Violations.Select(fault =>
            $"{page.Url}: {fault.Id}: {fault.Help} {string.Join(" | ", fault.Nodes.Select(node => node.Html))}")];
    }
}
