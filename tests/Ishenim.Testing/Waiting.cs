using System.Diagnostics;
using Xunit;

namespace Ishenim.Testing;

/// <summary>Waits for what another thread or program does.</summary>
public static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    public static async Task UntilAsync(Func<Task<bool>> holdsAsync)
    {
        for (var clock = Stopwatch.StartNew(); !await holdsAsync(); await Task.Delay(10))
            Assert.True(clock.Elapsed < Patience, $"It did not come about within {Patience.TotalSeconds:0} s.");
    }
}
