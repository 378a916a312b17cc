using Ishenim.Core.Appeals;

namespace Ishenim.Testing.Fire;

/// <summary>The order in which something puts letters.</summary>
public sealed record ThiefsOrder(string Where, IReadOnlyList<AppealId> Letters);
