namespace Ishenim.Core.Refusals;

/// <summary>
/// A rule says no. Each rule has its own type; its text in three languages stands under <c>refusal.TypeName</c>.
/// A page shows it above the form and keeps what was typed.
/// </summary>
public abstract class Refusal : Exception
{
    /// <summary>What fills the placeholders of the text; nothing secret or personal beyond what the reader sees anyway.</summary>
    public IReadOnlyList<(string Name, object? Value)> Fill { get; protected init; } = [];

    public override string Message => GetType().Name;
}
