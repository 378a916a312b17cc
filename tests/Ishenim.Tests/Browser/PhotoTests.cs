using System.Text;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>A photo leaves the page without place and device, upright and small, before anything is sent.</summary>
[Trait("Category", "Browser")]
public sealed class PhotoTests
{
    /// <summary>2400 × 1200, the left half red and the right half blue, as a JPEG in base 64.</summary>
    private const string Draw = """
        () => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1200 })
          const pen = canvas.getContext('2d')
          pen.fillStyle = '#f00'; pen.fillRect(0, 0, 1200, 1200)
          pen.fillStyle = '#00f'; pen.fillRect(1200, 0, 1200, 1200)
          return canvas.toDataURL('image/jpeg', .9).split(',')[1]
        }
        """;

    /// <summary>What the form holds for the wire: its bytes, size, and the colours of its top and bottom.</summary>
    private const string Held = """
        async () => {
          const file = document.querySelector('[name=files]').files[0]
          const photo = await createImageBitmap(file, { imageOrientation: 'none' })
          const pen = Object.assign(document.createElement('canvas'), { width: photo.width, height: photo.height }).getContext('2d')
          pen.drawImage(photo, 0, 0)
          const at = y => { const [red, , blue] = pen.getImageData(photo.width / 2, y, 1, 1).data; return red > 200 && blue < 60 ? 'red' : blue > 200 && red < 60 ? 'blue' : 'other' }
          const bytes = new Uint8Array(await file.arrayBuffer())
          return [file.name, `${photo.width}x${photo.height}`, at(20), at(photo.height - 20), [...bytes].map(byte => String.fromCharCode(byte)).join('')]
        }
        """;

    [Fact]
    public async Task Photo_TurnedAndWithItsPlace_LeavesThePageUprightSmallAndWithoutIt()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site);
        await page.GotoAsync("/write");
        var photo = WithTraces(Convert.FromBase64String(await page.EvaluateAsync<string>(Draw)));
        Assert.True(Holds(photo, "TELLTALE place"));

        await page.SetInputFilesAsync("[name=files]", new FilePayload { Name = "IMG_0042.JPG", MimeType = "image/jpeg", Buffer = photo });
        await page.UntilAsync("document.querySelector('[name=files]').files[0].name === 'IMG_0042.jpg'");
        var held = await page.EvaluateAsync<string[]>(Held);

        // Turned by a quarter to the right: what was left is on top.
        Assert.Equal(["1000x2000", "red", "blue"], held[1..4]);
        Assert.DoesNotContain("TELLTALE", held[4], StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", held[4], StringComparison.Ordinal);
        Assert.Equal(Encoding.Latin1.GetBytes(held[4]), await SentAsync(page));
    }

    [Fact]
    public async Task Photo_ThatCannotBeDrawn_GoesAsItIs()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site);
        await page.GotoAsync("/write");
        var broken = "сүрөт эмес"u8.ToArray();

        await page.SetInputFilesAsync("[name=files]", new FilePayload { Name = "сүрөт.heic", MimeType = "image/heic", Buffer = broken });

        Assert.Equal(broken, await SentAsync(page));
    }

    /// <summary>Sends the letter, and fetches the file back with its code: what the school holds.</summary>
    private static async Task<byte[]> SentAsync(IPage page)
    {
        await page.FillAsync("[name=text]", "Сүрөттү караңыз.");
        await page.ClickAsync("#letter button[value=send]");
        var code = await page.InnerTextAsync("#receipt");
        await page.GotoAsync("/answer");
        await page.FillAsync("[name=code]", code);
        await page.ClickAsync("#code-form button.button");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".thread button[name=file]"));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    /// <summary>The same photo as a phone held upright would have written it: orientation 6, a place, a device.</summary>
    private static byte[] WithTraces(byte[] plain)
    {
        var phone = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", "phone.jpg"));
        var start = phone.AsSpan().IndexOf("Exif\0\0"u8) - 4;
        var length = 2 + (phone[start + 2] << 8) + phone[start + 3];
        return [.. plain[..2], .. phone[start..(start + length)], .. plain[2..]];
    }

    private static bool Holds(byte[] data, string text) => data.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
}
