using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>Photos of pages whose corners can be told apart: drawn, added on a phone, and seen again at the letter.</summary>
internal static class Scans
{
    /// <summary>300 × 400, black in the top left quarter and this colour in the others, as a JPEG in base 64.</summary>
    private const string Draw = """
        colour => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 400 })
          const pen = canvas.getContext('2d')
          pen.fillStyle = colour; pen.fillRect(0, 0, 300, 400)
          pen.fillStyle = '#000'; pen.fillRect(0, 0, 150, 200)
          return canvas.toDataURL('image/jpeg', .95).split(',')[1]
        }
        """;

    /// <summary>The size of the picture at this address, and its corners from the top left one on, clockwise.</summary>
    public const string Corners = """
        async address => {
          const photo = await createImageBitmap(await (await fetch(address)).blob())
          const pen = Object.assign(document.createElement('canvas'), { width: photo.width, height: photo.height }).getContext('2d')
          pen.drawImage(photo, 0, 0)
          const at = (x, y) => {
            const [red, green, blue] = pen.getImageData(x * photo.width, y * photo.height, 1, 1).data.map(part => part > 127)
            return red && green && blue ? 'white' : red ? 'red' : green ? 'green' : blue ? 'blue' : 'black'
          }
          return `${photo.width}x${photo.height} ${at(.2, .2)} ${at(.8, .2)} ${at(.8, .8)} ${at(.2, .8)}`
        }
        """;

    public static async Task<FilePayload> PhotoAsync(IPage page, string colour) => new()
    {
        Name = colour + ".jpg", MimeType = "image/jpeg", Buffer = Convert.FromBase64String(await page.EvaluateAsync<string>(Draw, colour)),
    };

    public static async Task AddAsync(IPage page, string colour) => await AddAsync(page, await PhotoAsync(page, colour));

    /// <summary>As the camera gives it: this one alone; the others stay.</summary>
    public static async Task AddAsync(IPage page, FilePayload file)
    {
        var before = await page.Locator(".scans li, [name=kept]").CountAsync();
        await page.SetInputFilesAsync("[name=files]", file);
        await UntilAddedAsync(page, before + 1);
    }

    public static Task UntilAddedAsync(IPage page, int all) => page.UntilAsync(
        $"document.querySelectorAll('.scans li, [name=kept]').length === {all} && document.querySelector('[data-said]').textContent.includes('{all}')");

    public static async Task LookAsync(IPage page, string name)
    {
        var looks = new Looks(320, 360, 1280);
        await looks.AtAsync(page, name);
        await page.SetViewportSizeAsync(360, 740);
        looks.AreGood();
    }

    public static async Task<IReadOnlyList<string>> StoredAsync(TestSite site, IPage page, string number)
    {
        var seen = new List<string>();
        foreach (var file in await FilesAsync(site, page, number))
            seen.Add(await page.EvaluateAsync<string>(Corners, file));
        return seen;
    }

    /// <summary>Where the letter's files are, in the order in which the registrar sees them.</summary>
    public static async Task<IReadOnlyList<string>> FilesAsync(TestSite site, IPage page, string number)
    {
        await using var db = site.Database.Open(site.School.Id);
        var id = await db.Set<Appeal>().Where(appeal => appeal.Facts!.Number == number).Select(appeal => appeal.Id).SingleAsync();
        await page.GotoAsync($"/desk/appeals/{id}");
        return await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href*=\"download\"]')].map(link => link.href)");
    }
}
