using Ishenim.Core.Journal;
using Ishenim.Core.Schools;

namespace Ishenim.Core.Appeals;

/// <summary>An anonymous letter becomes a signed one, for which another term may hold.</summary>
internal static class LaterSigning
{
    /// <summary>An open letter's deadline follows; the day that stood there is sealed with it.</summary>
    public static void Sign(this AppealKeys keys, Appeal appeal, SealedFacts before, School school, DateOnly today)
    {
        var facts = appeal.Facts ?? before.Restricted!;
        var signed = facts with { Signed = true, DueOn = facts.IsWaiting() ? school.DueDay(facts with { Signed = true }) : facts.DueOn };
        var moved = new FormerDeadline(facts.DueOn, signed.DueOn, today, JournalVerb.WriterSigned);
        if (appeal.Facts is not null)
            appeal.Facts = signed;
        if (appeal.Facts is not null && signed.DueOn == facts.DueOn)
            return;
        appeal.Sealed = keys.SealFacts(appeal, before with
        {
            Restricted = appeal.Facts is null ? signed : before.Restricted,
            FormerDeadlines = signed.DueOn == facts.DueOn ? before.FormerDeadlines : [.. before.FormerDeadlines, moved],
        });
    }
}
