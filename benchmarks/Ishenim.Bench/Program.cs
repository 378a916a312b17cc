namespace Ishenim.Bench;

/// <summary><c>./bench</c> prints every table, <c>./bench NAME</c> one of them.</summary>
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
        var unknown = args.FirstOrDefault(name => !Benches.ContainsKey(name));
        if (unknown is not null)
        {
            await Console.Error.WriteLineAsync($"bench: there is no '{unknown}'; there are {string.Join(", ", Benches.Keys)}");
            return 2;
        }
        foreach (var name in args.Length > 0 ? args : [.. Benches.Keys])
            Console.WriteLine(await Benches[name]());
        return 0;
    }
}
