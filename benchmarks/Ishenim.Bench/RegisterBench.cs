using System.Globalization;
using Ishenim.Core.Appeals;
using Ishenim.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Bench;

/// <summary>Pages of the register, whatever its size, on both databases.</summary>
internal static class RegisterBench
{
    private const int Times = 100;

    private static readonly int[] Sizes = [1_000, 100_000, 1_000_000];

    public static async Task<Table> RunAsync()
    {
        var rows = new List<(string, string)>();
        foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
        {
            await using var site = await BenchSite.StartAsync(kind: kind);
            await site.Letters.WriteAsync();
            using var staff = await BenchStaff.SignInAsync(site);
            var first = await FirstPlaceAsync(site);
            // The runtime compiles anew what has run often; the first size shall not pay for it.
            foreach (var (_, query) in Pages(first))
                await MeasureAsync(staff, query);
            for (var i = 0; i < Sizes.Length; i++)
            {
                await ManyLetters.AddAsync(site, i == 0 ? 2 : Sizes[i - 1] + 1, Sizes[i]);
                foreach (var (name, query) in Pages(first + (Sizes[i] / 2)))
                    rows.Add(($"{kind}, {Sizes[i].ToString("N0", CultureInfo.InvariantCulture)} letters, {name}", await MeasureAsync(staff, query)));
            }
        }
        return new Table("register", rows);
    }

    private static (string Name, string Query)[] Pages(long middle) =>
        [("first page", ""), ("a page in the middle", $"?older={middle}"), ("unread ones", "?mark=unread"), ("of one subject", "?subject=Teaching")];

    private static async Task<string> MeasureAsync(BenchStaff staff, string query)
    {
        await staff.GetAsync("/desk/appeals" + query);
        var page = await Timings.MeasureAsync(Times, 1, _ => staff.GetAsync("/desk/appeals" + query));
        return $"p50 {page.Middle}, p95 {page.P95}";
    }

    private static async Task<long> FirstPlaceAsync(BenchSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return await db.Set<Appeal>().Select(appeal => appeal.RegisterPlace!.Value).SingleAsync();
    }
}
