using System.Globalization;
using Ishenim.Testing;

namespace Ishenim.Bench;

/// <summary>
/// <c>./bench</c> prints every table, <c>./bench NAME</c> one of them. Those that take long run only by name, and take a
/// number of their own: <c>./bench soak 30</c>, <c>./bench kill 1000</c>, <c>./bench killpostgres 1000</c>, <c>./bench fuzz 2000000</c>.
/// </summary>
public static class Program
{
    private static readonly Dictionary<string, Func<Task<Table>>> Benches = new()
    {
        ["machine"] = Machine.MeasureAsync,
        ["letters"] = LettersBench.RunAsync,
        ["answer"] = AnswerBench.RunAsync,
        ["upload"] = UploadBench.RunAsync,
        ["thread"] = ThreadBench.RunAsync,
        ["register"] = RegisterBench.RunAsync,
        ["search"] = SearchBench.RunAsync,
        ["registerpapers"] = RegisterPapersBench.RunAsync,
        ["forwarding"] = ForwardingBench.RunAsync,
        ["openings"] = OpeningsBench.RunAsync,
        ["weight"] = WeightBench.RunAsync,
        ["papers"] = PapersBench.RunAsync,
        ["start"] = StartBench.RunAsync,
        ["memory"] = MemoryBench.RunAsync,
    };

    private static readonly Dictionary<string, Func<int?, Task<Table>>> Long = new()
    {
        ["soak"] = SoakBench.RunAsync,
        ["kill"] = times => KillBench.RunAsync(DatabaseKind.Sqlite, times),
        ["killpostgres"] = times => KillBench.RunAsync(DatabaseKind.Postgres, times),
        ["newcomer"] = NewcomerBench.RunAsync,
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is ["fuzz", ..])
        {
            Console.WriteLine(await FuzzBench.RunAsync(args.Length > 1 && long.TryParse(args[1], out var cases) ? cases : FuzzBench.Cases));
            return Environment.ExitCode;
        }
        if (args.Length is 1 or 2 && Long.TryGetValue(args[0], out var bench))
        {
            Console.WriteLine(await Machine.MeasureAsync());
            Console.WriteLine(await bench(args.Length == 2 ? int.Parse(args[1], CultureInfo.InvariantCulture) : null));
            return 0;
        }
        var unknown = args.FirstOrDefault(name => !Benches.ContainsKey(name));
        if (unknown is not null)
        {
            await Console.Error.WriteLineAsync($"bench: there is no '{unknown}'; there are {string.Join(", ", [.. Benches.Keys, .. Long.Keys, "fuzz"])}");
            return 2;
        }
        // What the machine can do stands beside every figure.
        foreach (var name in args.Length > 0 ? args.Prepend("machine").Distinct() : Benches.Keys)
            Console.WriteLine(await Benches[name]());
        return 0;
    }
}
