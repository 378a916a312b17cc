namespace Ishenim.Demo;

/// <summary>The real clock, set back: the demo's letters came over the last weeks.</summary>
internal sealed class DemoClock(TimeProvider real) : TimeProvider
{
    public TimeSpan Back { get; set; }

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() - Back;
}
