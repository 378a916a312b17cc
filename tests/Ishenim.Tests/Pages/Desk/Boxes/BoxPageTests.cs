using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Boxes;

namespace Ishenim.Tests.Pages.Desk.Boxes;

/// <summary>Boxes, keys and orders, as the desk's pages keep them.</summary>
public sealed class BoxPageTests
{
    /// <summary>More than any other form of the desk may have, and more than a photo may.</summary>
    [Theory]
    [InlineData(2_000_000)]
    [InlineData(6_000_000)]
    public async Task Photo_LongFileThatIsNone_IsToldBesideItsField(int bytes)
    {
        await using var site = await TestSite.StartAsync();
        var path = $"/desk/boxes/{(await FilledBox.FillAsync(site.School)).Box}";
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        var page = await client.UploadAsync(await client.GetAsync(path), "[data-photo]", "photo", ("а.jpg", new byte[bytes]));

        Assert.NotNull(page.QuerySelector("#photo-error"));
    }

    [Fact]
    public async Task Box_BadInput_IsToldBesideItsFieldAndNothingIsLost()
    {
        await using var site = await TestSite.StartAsync();
        var path = $"/desk/boxes/{(await FilledBox.FillAsync(site.School)).Box}";
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        Assert.NotNull((await client.UploadAsync(await client.GetAsync(path), "[data-photo]", "photo", ("а.jpg", "сүрөт эмес"u8.ToArray()))).QuerySelector("#photo-error"));
        var page = await client.SubmitAsync(await client.GetAsync(path), "[data-box]", ("box.place", new string('а', Box.PlaceLength + 1)), ("box.seal", "П-5"));
        Assert.NotNull(page.QuerySelector("#box-place-error"));
        Assert.Equal("П-5", page.QuerySelector<IHtmlInputElement>("[name='box.seal']")!.Value);
        page = await client.SubmitAsync(page, "[data-key]", ("key.count", "0"), ("key.day", "эртең"), ("key.reason", "өргүү"));
        foreach (var field in new[] { "key-count", "key-day" })
            Assert.NotNull(page.QuerySelector($"#{field}-error"));
        Assert.Equal("өргүү", page.QuerySelector<IHtmlInputElement>("[name='key.reason']")!.Value);
        page = await client.SubmitAsync(await client.GetAsync("/desk/boxes"), "[data-order]", ("order.number", "7"), ("order.from", "2026-10-01"), ("order.to", "2026-09-01"), ("order.days", "көп"));
        foreach (var field in new[] { "order-to", "order-days" })
            Assert.NotNull(page.QuerySelector($"#{field}-error"));
    }

    [Fact]
    public async Task Orders_EnteredAfterTheyBegan_AreMarkedLate()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        foreach (var from in new[] { "2026-09-14", "2026-09-20" })
            await client.SubmitAsync(await client.GetAsync("/desk/boxes"), "[data-order]", ("order.number", "7"), ("order.from", from), ("order.days", "30"));

        var rows = (await client.GetAsync("/desk/boxes")).QuerySelectorAll("tbody tr").Select(row => row.TextContent.Contains("Кечигип жазылды: 15.09.2026", StringComparison.Ordinal));
        Assert.Equal([false, true], rows);
    }
}
