namespace Ishenim.Bench;

/// <summary><c>./bench</c> prints every table, <c>./bench NAME</c> one of them; <c>./bench fuzz [CASES]</c> runs only when it is named.</summary>
public static class Program
{
    private static readonly Dictionary<string, Func<Task<Table>>> Benches = new()
    {
        ["machine"] = Machine.MeasureAsync,
        ["letters"] = LettersBench.RunAsync,
        ["answer"] = AnswerBench.RunAsync,
        ["upload"] = UploadBench.RunAsync,
        ["weight"] = WeightBench.RunAsync,
        ["start"] = StartBench.RunAsync,
        ["memory"] = MemoryBench.RunAsync,
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is ["fuzz", ..])
        {
            Console.WriteLine(await FuzzBench.RunAsync(args.Length > 1 && long.TryParse(args[1], out var cases) ? cases : FuzzBench.Cases));
            return Environment.ExitCode;
        }
        var unknown = args.FirstOrDefault(name => !Benches.ContainsKey(name));
        if (unknown is not null)
        {
            await Console.Error.WriteLineAsync($"bench: there is no '{unknown}'; there are {string.Join(", ", Benches.Keys)}, fuzz");
            return 2;
        }
        foreach (var name in args.Length > 0 ? args : [.. Benches.Keys])
            Console.WriteLine(await Benches[name]());
        return 0;
    }
}
