namespace Ishenim.Testing;

/// <summary>A clock that the test sets. It begins on Tuesday 2026-09-15, 10:42 in Bishkek.</summary>
public sealed class StoppedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 9, 15, 4, 42, 7, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Pass(TimeSpan time) => Now += time;
}
