using Ishenim.Fuzz.Targets;

namespace Ishenim.Fuzz;

/// <summary>All targets, and what part of the cases each gets.</summary>
public static class FuzzTargets
{
    public static IReadOnlyList<(FuzzTarget Target, int Share)> All { get; } =
    [
        (EnvelopeTargets.Text, 10), (EnvelopeTargets.Grant, 8), (EnvelopeTargets.File, 8), (EnvelopeTargets.Session, 8), (EnvelopeTargets.Recovery, 8),
        (CodeTargets.Receipt, 15), (CodeTargets.Sheet, 10), (CodeTargets.Typed, 15),
        (FormTargets.Multipart, 10), (FormTargets.Pairs, 5), (FormTargets.Words, 2),
        (PhotoTargets.Changed, 8), (PhotoTargets.Torn, 8),
        (RegisterTargets.Question, 1), (CalendarTargets.File, 10),
    ];

    public static FuzzTarget Of(string name) => All.Single(one => one.Target.Name == name).Target;
}
