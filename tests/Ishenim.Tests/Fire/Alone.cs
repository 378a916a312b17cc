namespace Ishenim.Tests.Fire;

/// <summary>Tests that race with the program's own clock: they run when no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
