using System.Globalization;
using Ishenim.Core.Journal;

namespace Ishenim.Core.Appeals;

/// <summary>A deadline that a letter had once.</summary>
/// <param name="Old">The day that stood there.</param>
/// <param name="New">The day that came instead.</param>
/// <param name="On">When.</param>
/// <param name="Reason">A verb of the journal and what it was about, separated by a blank; empty where nobody knows any more.</param>
public sealed record FormerDeadline(DateOnly Old, DateOnly New, DateOnly On, string Reason)
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>What a line of the journal tells of it; null: nothing.</summary>
    public static FormerDeadline? Of(JournalLine line) =>
        line.Verb == JournalVerb.DeadlineMoved && line.Detail?.Split(' ', 3) is [var old, var now, var reason]
        && DateOnly.TryParseExact(old, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
        && DateOnly.TryParseExact(now, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            ? new FormerDeadline(from, to, line.Day, reason)
            : null;

    /// <summary>As <see cref="Of"/> reads it.</summary>
    internal string ToDetail() => string.Create(CultureInfo.InvariantCulture, $"{Old:yyyy-MM-dd} {New:yyyy-MM-dd} {Reason}");
}
