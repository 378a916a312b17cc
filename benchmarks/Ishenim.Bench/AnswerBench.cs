namespace Ishenim.Bench;

/// <summary>A writer comes back with the code.</summary>
internal static class AnswerBench
{
    public static async Task<Table> RunAsync()
    {
        await using var site = await BenchSite.StartAsync();
        var code = await site.Letters.WriteAsync();
        await ReturnAsync(site, code);
        var one = await Timings.MeasureAsync(50, 1, _ => ReturnAsync(site, code));
        var thirty = await Timings.MeasureAsync(30, 30, _ => ReturnAsync(site, code));
        return new Table("answer",
        [
            ("return with the code, 1 client", $"p50 {one.Middle}, p95 {one.P95}"),
            ("30 pupils in the same instant", $"p50 {thirty.Middle}, all in {thirty.Whole.TotalSeconds:0.00} s"),
        ]);
    }

    private static async Task ReturnAsync(BenchSite site, string code)
    {
        using var form = new FormUrlEncodedContent([new("code", code)]);
        using var answer = await site.Client.PostAsync(new Uri("/answer", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        if (!(await answer.Content.ReadAsStringAsync()).Contains("жжж", StringComparison.Ordinal))
            throw new InvalidOperationException("The answer does not show the letter.");
    }
}
