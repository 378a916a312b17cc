namespace Ishenim.Bench;

/// <summary>The desk's page of a letter to which its writer added much.</summary>
internal static class ThreadBench
{
    private const int Messages = 50;

    public static async Task<Table> RunAsync()
    {
        await using var site = await BenchSite.StartAsync();
        var code = await site.Letters.WriteAsync();
        for (var i = 1; i < Messages; i++)
            await AddAsync(site, code, $"Дагы бир сөз, {i}.");
        using var staff = await BenchStaff.SignInAsync(site);
        if (!(await staff.LetterAsync()).Contains($"Дагы бир сөз, {Messages - 1}.", StringComparison.Ordinal))
            throw new InvalidOperationException("The page does not show the last message.");
        var page = await Timings.MeasureAsync(200, 1, _ => staff.LetterAsync());
        return new Table("thread", [($"page of a letter with {Messages} messages", $"p50 {page.Middle}, p95 {page.P95}")]);
    }

    private static async Task AddAsync(BenchSite site, string code, string text)
    {
        using var form = new FormUrlEncodedContent([new("code", code), new("text", text)]);
        using var answer = await site.Client.PostAsync(new Uri("/answer", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }
}
