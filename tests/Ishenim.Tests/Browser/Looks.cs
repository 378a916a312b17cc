using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>
/// Looks at pages at several widths and gathers what is wrong. The window is resized, a page is fetched once: fetching it
/// for each width is what makes such a test long.
/// </summary>
internal sealed class Looks(params int[] widths)
{
    private readonly List<string> _faults = [];

    /// <summary>
    /// The smallest phone and the widest desk are looked at in the dark; a picture is kept of the two usual ones. Axe looks at the usual desk in
    /// every language, and at the smallest phone, in the dark, in Kyrgyz: it is what makes such a test long, and other widths and words have
    /// the same elements and colours.
    /// </summary>
    public async Task AtAsync(IPage page, string name, bool keepPicture = true)
    {
        var isKyrgyz = await page.EvaluateAsync<bool>("document.documentElement.lang === 'ky'");
        foreach (var width in widths)
        {
            var usual = width is 360 or 1280;
            await page.SetViewportSizeAsync(width, width < 800 ? 740 : 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = usual ? ColorScheme.Light : ColorScheme.Dark });
            if (usual && keepPicture)
                await page.PictureAsync(name);
            IEnumerable<string> faults = await Axe.OverflowAsync(page);
            if (width == 1280 || (width == 320 && isKyrgyz))
                faults = faults.Concat(await Axe.FaultsAsync(page));
            _faults.AddRange(faults.Select(fault => $"{name}: {fault}"));
        }
    }

    public void AreGood() => Assert.True(_faults.Count == 0, string.Join('\n', _faults));
}
